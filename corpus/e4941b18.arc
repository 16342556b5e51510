let d = input |> keep(red) |> crop |> toward(input |> keep(cyan) |> crop)
input |> replace(red, orange) |> replace(cyan, red) |> plot(plus(input |> keep(grey) |> crop |> anchor(plus(d, down)), d), cyan)
