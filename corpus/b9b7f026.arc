canvas(1, 1, input |> objects |> find(o => not(o |> is_solid)) |> color)
