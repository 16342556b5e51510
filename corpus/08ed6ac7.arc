let s = input |> cols |> size |> distinct
input |> paint(input |> cols |> map(o => o |> recolor([blue, red, green, yellow, black] |> nth(s |> filter(n => n > size(o)) |> count))))
