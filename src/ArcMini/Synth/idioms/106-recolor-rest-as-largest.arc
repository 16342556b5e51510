let a = input |> objects |> max_by(size)
input |> paint(input |> objects |> without(a) |> recolor(a |> color))
