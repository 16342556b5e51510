input |> paint(input |> objects |> filter(o => width(o) > height(o)) |> recolor(green))
