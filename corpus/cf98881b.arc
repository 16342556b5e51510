stack(input |> panels)
