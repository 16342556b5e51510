input |> paint_alone(input |> rows |> filter(r => r |> has_color(magenta)) |> map(r => r |> attract(r |> keep(magenta) |> crop) |> recolor(cyan)))
