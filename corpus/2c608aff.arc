let b = input |> objects |> largest
let p = input |> remove(b) |> pixels |> filter(q => share_rows(q, b) or share_cols(q, b))
input |> paint(p |> map(q => q |> between(b) |> recolor(q |> color)))
