let d = input |> keep(magenta) |> crop |> toward(input |> keep(red) |> crop)
input |> plot(plus(repeat(input |> keep(red) |> crop |> corner, 20, p => if color_at(input, plus(p, d)) == orange then plus(p, d) else p), d), orange)
