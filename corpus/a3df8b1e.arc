let w = canvas(input |> height, 1, grey)
w |> beside(input) |> beside(w) |> backdrop(black) |> bounce((height(input) - 1, 1), up_right, blue) |> part(right, input |> height, input |> width)
