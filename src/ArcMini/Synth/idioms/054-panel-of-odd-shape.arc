input |> panels |> odd_by(shape)
