input |> crop |> mirror_x
