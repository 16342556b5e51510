input |> cut(input |> objects |> largest)
