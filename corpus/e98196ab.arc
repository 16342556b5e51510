input |> halves |> stack
