input |> remove(input |> objects |> filter(o => size(o) == 1))
