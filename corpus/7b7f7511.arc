input |> unit
