let h = input |> flip_x |> mirror_x
[h |> flip_y, h, h |> flip_y] |> join_y
