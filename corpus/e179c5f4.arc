let w = canvas(input |> height, 1, input |> color)
[w, input, w] |> join_x |> backdrop(input |> background) |> bounce(plus(input |> points |> last, right), up_right, input |> color) |> part(right, input |> height, input |> width) |> fill(cyan)
