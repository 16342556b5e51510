let o = input |> keep(input |> largest_rectangle |> color) |> crop
o |> unscale |> recolor(input |> remove(o) |> color) |> fill(input |> background)
