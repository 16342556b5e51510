let m = input |> blank |> plot(input |> holes |> center, magenta)
m |> extend_x |> overlay(m |> extend_y) |> overlay(input)
