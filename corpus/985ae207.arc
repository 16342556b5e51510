let o = input |> objects4
input |> paint(o |> filter(s => size(s) == 8) |> map(s => o |> filter(r => size(r) > 8 and color(r) == color_at(input, s |> center) and (share_rows(r, s) or share_cols(r, s))) |> map(r => range(distance(s, r) / 3 + 2) |> map(n => input |> cut(s) |> move(times(s |> toward(r), 3 * n)))) |> flatten) |> flatten)
