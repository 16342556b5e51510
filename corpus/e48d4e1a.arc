let m = input |> keep(input |> rare_color) |> crop
input |> remove(m) |> roll(times(plus(m |> toward(input |> rows |> max_by(size)), m |> toward(input |> cols |> max_by(size))), m |> size))
