[input, input |> flip_x, input] |> join_x
