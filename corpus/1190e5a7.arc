subsample(input |> dedupe, 2)
