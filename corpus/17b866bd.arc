input |> paint(input |> backdrop(black) |> holes |> map(o => o |> recolor(input |> color_at(plus(o |> corner, up_left))))) |> paint("0..../...../...../...../....." |> cover(input))
