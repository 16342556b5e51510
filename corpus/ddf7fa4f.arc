let m = input |> objects4 |> filter(o => size(o) == 1)
input |> paint(input |> objects4 |> filter(o => size(o) > 1) |> map(o => o |> recolor(m |> find(q => share_cols(o, q) or share_rows(o, q)) |> color)))
