let n = count_color(input, cyan) - count_color(input, red)
input |> paint(canvas(n, 1, grey) |> move_to((height(input) - n, rightmost(input |> crop) + 2)))
