input |> connect |> recolor(green) |> overlay(input)
