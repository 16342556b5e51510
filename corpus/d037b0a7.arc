input |> shoot(input, down)
