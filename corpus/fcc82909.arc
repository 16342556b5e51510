input |> paint(input |> shapes4 |> map(o => canvas(o |> num_colors, o |> width, green) |> move_to(plus(o |> corner, (o |> height, 0)))))
