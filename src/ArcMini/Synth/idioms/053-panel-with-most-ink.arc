input |> panels |> max_by(size)
