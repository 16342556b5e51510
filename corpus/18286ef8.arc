let p = input |> points_of(maroon) |> first
input |> replace(magenta, maroon) |> plot(p, grey) |> plot(plus(p, input |> keep(grey) |> crop |> toward(input |> keep(magenta) |> crop)), maroon)
