let ps = input |> panels
input |> paint(ps |> map(q => q |> replace(orange, input |> inks |> max_by(c => max_of(ps |> map(p => p |> count_color(c))) - count_color(q, c)))))
