let o = input |> keep(input |> largest_rectangle |> color) |> crop
unscale(o) |> recolor(color(remove(input, o))) |> fill(background(input))
