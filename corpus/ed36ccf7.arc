input |> rot270
