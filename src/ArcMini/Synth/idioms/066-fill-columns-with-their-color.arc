input |> paint(input |> cols |> map(c => c |> solid(c |> color)))
