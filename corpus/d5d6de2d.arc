input |> blank |> paint(input |> holes |> recolor(green))
