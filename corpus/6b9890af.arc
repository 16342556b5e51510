let b = input |> objects |> max_by(area)
let s = input |> remove(b) |> crop
s |> scale((width(b) - 2) / width(s)) |> frame(b |> color)
