let r = input |> keep(grey) |> crop
input |> replace(maroon, grey) |> replace(magenta, maroon) |> plot(r |> anchor(r |> toward(input |> keep(magenta) |> crop)), maroon)
