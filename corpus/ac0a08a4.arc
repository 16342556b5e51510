input |> scale(input |> size)
