input |> connect_x |> recolor(red) |> overlay(input)
