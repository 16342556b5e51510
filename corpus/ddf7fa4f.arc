let m = input |> objects4 |> filter(o => size(o) == 1)
input |> paint(input |> objects4 |> filter(o => size(o) > 1) |> map(o => o |> recolor(o |> nearest(m) |> color)))
