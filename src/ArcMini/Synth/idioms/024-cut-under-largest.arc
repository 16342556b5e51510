input |> objects |> largest |> cut(input)
