input |> extend_y |> recolor(cyan) |> overlay(input) |> tile(2, 2)
