input |> blank
