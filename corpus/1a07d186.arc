let s = input |> objects4 |> filter(is_line)
input |> paint_alone(s) |> paint(input |> objects4 |> filter(o => size(o) == 1 and any(s, l => color(l) == color(o))) |> map(o => o |> approach(s |> find(l => color(l) == color(o)))))
