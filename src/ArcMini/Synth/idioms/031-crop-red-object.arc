input |> objects |> find(o => color(o) == red) |> fill(black)
