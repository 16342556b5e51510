input |> remove(input |> objects |> smallest)
