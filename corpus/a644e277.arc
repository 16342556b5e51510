input |> cut(input |> keep(input |> color) |> holes |> filter(s => area(s) == 1) |> compose)
