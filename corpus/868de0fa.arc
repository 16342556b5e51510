input |> paint(input |> holes |> map(h => h |> recolor(if height(h) % 2 == 1 then orange else red)))
