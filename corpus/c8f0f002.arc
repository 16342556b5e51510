input |> replace(orange, grey)
