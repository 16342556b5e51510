input |> mirror_y
