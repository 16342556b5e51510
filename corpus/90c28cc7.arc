input |> crop |> dedupe
