let l = input |> take_left(1)
let w = input |> width
l |> fill_nearest |> replace(input |> background, blue) |> stretch(1, w) |> paint(input |> keep(cyan) |> recolor(blue)) |> paint(l |> ink |> recolor(blue) |> stretch(1, w)) |> paint(input |> keep(blue) |> recolor(cyan))
