input |> panels |> compose
