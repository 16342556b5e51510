let k = input |> backdrop(input |> separators |> color) |> opening(3) |> crop
k |> subsample(height(k |> objects4 |> first) + 1)
