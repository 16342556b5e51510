input |> transpose
