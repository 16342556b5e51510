input |> paint(input |> layers |> crop |> map(o => o |> solid(o |> color)))
