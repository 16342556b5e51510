input |> paint_under(input |> objects4 |> filter(o => is_square(o) and area(o) > 1 and o == box(o, o |> color)) |> corners(red) |> pad(1) |> spread)
