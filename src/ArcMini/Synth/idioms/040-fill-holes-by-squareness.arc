input |> paint(input |> holes |> map(o => o |> recolor(if o |> is_square then red else blue)))
