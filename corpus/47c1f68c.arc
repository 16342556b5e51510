input |> panels |> largest |> recolor(input |> color) |> mirror_x |> mirror_y
