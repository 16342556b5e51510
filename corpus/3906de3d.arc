input |> turned(g => size(g |> take_top(1)) == max_of(g |> orientations |> map(h => h |> take_top(1) |> size)), g => g |> gravity(up))
