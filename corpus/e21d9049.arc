let o = input |> crop
let h = o |> rows |> max_by(size)
let v = o |> cols |> max_by(size)
input |> copies(h, (0, o |> width)) |> copies(h, (0, 0 - width(o))) |> copies(v, (o |> height, 0)) |> copies(v, (0 - height(o), 0))
