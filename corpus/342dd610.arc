input |> paint_alone(input |> pixels |> map(o => o |> move([(-2, 0), (0, -2), (2, 0), right] |> nth([orange, red, maroon, blue] |> index_of(o |> color)))))
