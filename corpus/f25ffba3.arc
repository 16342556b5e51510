input |> turned(g => size(g |> top_half) == 0, g => g |> bottom_half |> flip_y |> mirror_y)
