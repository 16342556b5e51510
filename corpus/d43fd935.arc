let b = input |> objects |> largest
input |> pixels |> filter(o => not(o |> inside(b)) and (share_rows(o, b) or share_cols(o, b))) |> fold(input, (g, o) => g |> shoot(o, o |> toward(b)))
