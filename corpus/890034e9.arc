let b = input |> keep(input |> rare_color) |> crop
input |> paint(input |> occurrences(input |> cut(b) |> shrink) |> map(o => b |> center_on(o)))
