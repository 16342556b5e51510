input |> paint(input |> rings |> zip_with(input |> rings |> reverse, (a, b) => a |> recolor(b |> color)))
