input |> bottom_half |> flip_y |> mirror_y
