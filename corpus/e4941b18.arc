let d = input |> keep(red) |> crop |> toward(input |> keep(cyan) |> crop)
input |> replace(red, orange) |> replace(cyan, red) |> plot((height(input) - 1, col_of(plus(input |> keep(grey) |> crop |> anchor(d), d))), cyan)
