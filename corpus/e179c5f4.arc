let w = canvas(input |> height, 1, red)
[w, input, w] |> join_x |> backdrop(black) |> bounce((height(input) - 1, 1), up_right, blue) |> part(right, input |> height, input |> width) |> fill(cyan)
