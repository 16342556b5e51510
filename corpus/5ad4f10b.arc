let o = input |> objects |> largest
o |> unscale |> recolor(input |> remove(o) |> color) |> fill(input |> background)
