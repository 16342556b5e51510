canvas(input |> height, input |> width, orange) |> paint(input |> colors |> take(2) |> map(c => input |> keep(c)))
