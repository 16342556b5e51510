let s = input |> rows |> concat(input |> cols) |> filter(r => is_solid(r) and num_colors(r) == 1)
input |> paint(input |> paint_alone(s) |> fill_nearest |> mask(input |> remove(s)))
