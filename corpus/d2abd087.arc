input |> paint(input |> objects4 |> map(o => o |> recolor(if size(o) == 6 then red else blue)))
