input |> blank |> plot(input |> holes |> center, magenta) |> extend |> overlay(input)
