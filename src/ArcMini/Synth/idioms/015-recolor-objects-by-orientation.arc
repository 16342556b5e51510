input |> paint(input |> objects |> map(o => o |> recolor(if height(o) > width(o) then red else blue)))
