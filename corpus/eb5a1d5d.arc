input |> dedupe
