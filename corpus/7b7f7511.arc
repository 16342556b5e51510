input |> halves |> first
