input |> tiles(1, 1) |> sort_by(t => input |> colors |> index_of(t |> colors |> first)) |> arrange(input |> height) |> rot270
