input |> paint(input |> occurrences("000/000/000") |> recolor(blue))
