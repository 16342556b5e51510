let sides = input |> backdrop(black) |> split_x(2)
sides |> first |> both(sides |> last) |> recolor(cyan) |> fill(black)
