let o = input |> objects4
let p = o |> filter(s => size(s) == 1)
let b = p |> match_by(o |> filter(s => size(s) > 1), color)
input |> paint(p |> zip_with(b, (q, r) => q |> between(r) |> recolor(q |> color))) |> paint(p |> zip_with(b, (q, r) => ".1./111/.1." |> recolor(q |> color) |> center_on(q |> approach(r)))) |> paint(p |> map(q => ".1./1.1/.1." |> recolor(q |> color) |> center_on(q))) |> remove(p)
