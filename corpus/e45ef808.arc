let c = input |> cols
input |> paint([c |> max_by(x => x |> count_color(blue)) |> keep(blue) |> recolor(maroon), c |> reverse |> min_by(x => x |> count_color(blue)) |> keep(blue) |> recolor(yellow)])
