let m = input |> objects |> filter(o => count_color(input, o |> color) > size(o))
input |> remove(m) |> paint(m |> map(o => o |> move(times(o |> toward(input), o |> height))))
