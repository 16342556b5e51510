input |> cut(input |> shapes |> odd_by(shape))
