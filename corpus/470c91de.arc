input |> paint_alone(input |> replace(cyan, input |> background) |> objects4 |> map(o => o |> solid(o |> color) |> move(o |> open_side)))
