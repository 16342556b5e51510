let c = input |> layers |> extend
input |> paint(c) |> paint([c |> first |> both(c |> last) |> recolor(red), input |> ink])
