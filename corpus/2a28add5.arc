input |> blank |> paint(input |> rows |> filter(r => r |> has_color(magenta)) |> map(r => r |> attract(r |> objects |> find(o => color(o) == magenta)) |> recolor(cyan)))
