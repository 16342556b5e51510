input |> paint(input |> objects |> map(o => "../.0" |> tile_to(o |> height, o |> width) |> recolor(input |> background) |> move_to(o |> corner)))
