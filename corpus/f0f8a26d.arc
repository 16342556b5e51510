let l = input |> rows |> concat(input |> cols) |> map(objects) |> flatten |> filter(is_line)
input |> paint_alone(l |> concat(input |> objects4 |> filter(s => size(s) == 1)) |> map(o => o |> transpose |> center_on(o)))
