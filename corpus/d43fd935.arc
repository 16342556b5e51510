let b = input |> objects |> largest
input |> objects4 |> filter(o => size(o) == 1 and (share_rows(o, b) or share_cols(o, b))) |> fold(input, (g, o) => g |> shoot(o, o |> toward(b)))
