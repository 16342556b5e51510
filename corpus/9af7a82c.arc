input |> colors |> map(c => canvas(input |> count_color(c), 1, c) |> move_to((0, input |> colors |> index_of(c)))) |> compose |> fill(black)
