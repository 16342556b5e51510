input |> paint_where(red, p => near4(input, p, blue) > 1)
