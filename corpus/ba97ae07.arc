input |> paint(input |> layers |> crop |> reject(is_solid) |> map(o => o |> solid(o |> color)))
