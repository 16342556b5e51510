let l = input |> shapes |> first
let g = input |> remove(l)
l |> rows |> reverse |> fold(input |> blank, (c, r) => c |> paint(canvas(2, 2, r |> color_at(plus(r |> corner, right))) |> plot(down_right, r |> color_at(r |> corner)) |> cover(g |> keep(r |> color_at(r |> corner)) |> crop |> pad(1))))
