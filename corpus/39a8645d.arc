input |> objects |> common_by(shape) |> fill(input |> background)
