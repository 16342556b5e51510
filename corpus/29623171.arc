let m = input |> panels |> map(size) |> max_of
input |> paint(input |> panels |> map(p => p |> solid(if size(p) == m then p |> color else p |> background)))
