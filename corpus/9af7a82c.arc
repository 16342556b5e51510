input |> colors |> zip_with(range(input |> colors |> count), (c, i) => canvas(input |> count_color(c), 1, c) |> move_to((0, i))) |> compose |> fill(black)
