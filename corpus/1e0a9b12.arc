input |> gravity(down)
