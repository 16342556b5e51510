input |> paint(input |> objects |> map(o => "../.0" |> cover(o) |> recolor(input |> background)))
