input |> paint_under(input |> objects |> filter(is_line) |> halo(green))
