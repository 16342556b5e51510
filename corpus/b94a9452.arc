input |> crop |> invert
