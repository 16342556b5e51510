input |> border(cyan)
