input |> flip_y |> paint(canvas(count_color(input, cyan) - count_color(input, red), 1, grey) |> move((0, rightmost(input |> crop) + 2))) |> flip_y
