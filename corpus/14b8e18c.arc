input |> paint_under(input |> objects |> filter(o => is_square(o) and o == box(o, o |> color)) |> corners(red) |> pad(1) |> spread)
