[input |> rot180, input |> rot90, input |> rot270, input] |> tile(2, 2) |> arrange(2)
