let o = input |> objects |> reject(x => color(x) == cyan)
input |> remove(o) |> paint(o |> map(x => x |> move(times(up, x |> size))))
