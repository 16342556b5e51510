input |> rows |> map(r => r |> move((0, bottom(input) - top(r)))) |> compose |> fill(black)
