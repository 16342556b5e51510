let o = input |> objects |> largest
o |> downscale(width(o) / 3) |> recolor(input |> remove(o) |> color) |> fill(input |> background)
