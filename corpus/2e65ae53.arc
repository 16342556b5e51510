let s = input |> objects4 |> filter(o => color(o) == color(input)) |> map(spaces)
let c = range(4) |> map(i => s |> map(q => input |> color_at(q |> nth(i) |> corner)) |> without(black) |> first)
input |> paint(s |> map(q => q |> zip_with(c, (o, k) => o |> recolor(k))) |> flatten)
