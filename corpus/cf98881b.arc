input |> panels |> stack
