let b = input |> objects |> largest
input |> objects |> without(b) |> fold(input, (g, p) => g |> copies(b |> recolor(p |> color) |> move((row_of(b |> toward(p)) * (height(b) + 1), col_of(b |> toward(p)) * (width(b) + 1))), (row_of(b |> toward(p)) * (height(b) + 1), col_of(b |> toward(p)) * (width(b) + 1))))
