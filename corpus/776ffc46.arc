let t = input |> objects |> find(a => input |> holes |> any(b => a |> inside(b)))
input |> paint(input |> objects |> filter(a => a |> same_shape(t)) |> recolor(t |> color))
