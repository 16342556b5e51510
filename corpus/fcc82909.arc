input |> paint(input |> shapes |> map(o => canvas(o |> num_colors, o |> width, green) |> move_to(plus(o |> corner, (2, 0)))))
