input |> complete_x(input |> objects |> filter(is_solid) |> largest |> color)
