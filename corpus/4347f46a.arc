input |> remove(input |> objects |> shrink)
