input |> layers |> max_by(size) |> fill(black)
