let c = input |> layers |> map(l => l |> extend_x |> either(l |> extend_y))
input |> paint(c) |> paint([c |> first |> both(c |> last) |> recolor(red), input |> ink])
