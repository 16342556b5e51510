input |> paint(input |> objects |> halo(green)) |> paint(input |> holes |> recolor(yellow))
