input |> paint(input |> objects4 |> map(o => o |> recolor(if area(o) == 3 then red else "94835" |> color_at((0, size(o) - 2)))))
