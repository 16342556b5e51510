let t = input |> objects |> find(a => input |> boxes |> any(b => inside(a, b) and a != b))
input |> paint(input |> objects |> filter(a => a |> same_shape(t)) |> recolor(t |> color))
