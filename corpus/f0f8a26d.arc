let l = input |> rows |> concat(input |> cols) |> objects |> flatten |> filter(is_line)
input |> remove(l) |> paint(l |> map(o => o |> transpose |> center_on(o)))
