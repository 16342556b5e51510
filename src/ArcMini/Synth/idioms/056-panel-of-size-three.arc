input |> panels |> find(p => size(p) == 3)
