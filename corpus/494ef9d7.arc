input |> paint(input |> rows |> filter(r => has_color(r, yellow) and has_color(r, orange) or has_color(r, blue) and has_color(r, cyan)) |> crop |> gravity(left))
