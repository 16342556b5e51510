let l = input |> take_top(7) |> backdrop(black) |> pixels
let o = input |> take_bottom(13) |> objects4 |> filter(s => l |> any(p => color(p) == color(s)))
let n = l |> filter(p => o |> any(s => color(p) == color(s)))
input |> blank |> paint([canvas(7, input |> width, black)]) |> paint(o) |> paint(n |> map(p => canvas(1, o |> filter(s => color(s) == color(p)) |> count, p |> color) |> move_to(p |> corner)))
