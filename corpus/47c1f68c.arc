input |> symmetrize |> panels |> arrange(2) |> recolor(input |> separators |> color)
