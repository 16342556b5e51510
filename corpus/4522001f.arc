input |> turned(g => g |> is_ink((0, 0)), g => canvas(9, 9, black) |> paint("3./.3" |> scale(4)))
