input |> paint(input |> symmetrize |> rings |> filter(r => size(r) > 0) |> map(r => r |> box(r |> color)))
