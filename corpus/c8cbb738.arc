input |> layers |> crop |> center_on(input) |> compose |> fill(input |> background)
