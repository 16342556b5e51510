input |> paint(input |> remove(input |> keep(grey)) |> shapes4 |> filter(s => num_colors(s) > 1) |> remap([green, red], [cyan, input |> background]))
