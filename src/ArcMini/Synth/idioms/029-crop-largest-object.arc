input |> objects |> max_by(size) |> fill(black)
