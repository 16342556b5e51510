let n = input |> size
let w = input |> width
let r = range(2 * n - 1) |> map(i => canvas(1, min(i + 1, 2 * n - 1 - i), input |> color) |> beside("0") |> cols) |> flatten
r |> concat(canvas(1, w, black) |> cols) |> take(((count(r) - 2) / w + 1) * w) |> arrange(w)
