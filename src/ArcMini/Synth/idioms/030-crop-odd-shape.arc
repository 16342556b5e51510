input |> shapes |> odd_by(shape) |> fill(black)
