input |> dedupe |> subsample(2)
