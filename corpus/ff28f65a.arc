canvas(3, 3, input |> background) |> paint("1.1/.1./1.1" |> pixels |> take(input |> keep(red) |> objects4 |> count))
