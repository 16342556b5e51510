let l = input |> layers |> crop |> map(o => o |> box(o |> color)) |> by_depth(input)
l |> drop(1) |> fold(canvas(1, 1, l |> first |> color), (g, o) => g |> frame(o |> color))
