input |> mirror_x
