input |> paint(input |> holes |> filter(o => is_square(o) and is_solid(o)) |> recolor(red))
