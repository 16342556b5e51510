input |> crop
