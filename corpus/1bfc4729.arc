let e = input |> extend_x
e |> paint(input |> split_y(2) |> map(h => h |> solid(h |> color)) |> join_y |> mask(e |> box(red)))
