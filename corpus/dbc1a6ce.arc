input |> connect |> recolor(cyan) |> overlay(input)
