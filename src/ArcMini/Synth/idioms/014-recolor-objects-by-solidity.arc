input |> paint(input |> objects |> map(o => o |> recolor(if o |> is_solid then red else blue)))
