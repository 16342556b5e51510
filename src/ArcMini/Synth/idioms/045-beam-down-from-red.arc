input |> beam(input |> keep(red), down)
