input |> paint(input |> layers |> symmetrize |> crop |> sort_by(l => 0 - area(l)) |> map(o => o |> solid(o |> color)))
