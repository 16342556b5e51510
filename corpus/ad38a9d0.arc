input |> paint(input |> objects4 |> map(o => o |> recolor(if height(o) == 3 and width(o) == 1 then red else "94835" |> color_at((0, size(o) - 2)))))
