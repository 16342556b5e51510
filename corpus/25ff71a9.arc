input |> shift(down)
