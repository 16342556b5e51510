input |> mirror_x |> mirror_y
