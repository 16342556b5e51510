input |> cut(input |> keep(input |> background) |> opening(3) |> crop) |> extend
