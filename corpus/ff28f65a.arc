canvas(3, 3, black) |> paint("1.1/.1./1.1" |> pixels |> take(input |> objects4 |> count))
