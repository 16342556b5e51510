input |> paint(input |> objects |> map(o => o |> recolor(if size(o) > 3 then red else blue)))
