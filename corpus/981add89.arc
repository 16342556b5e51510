let l = input |> blank |> paint(input |> take_top(1)) |> extend_y
input |> paint([l |> ink, input |> agree(l) |> recolor(input |> background), input |> take_top(1)])
