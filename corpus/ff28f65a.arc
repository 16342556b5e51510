canvas(3, 3, input |> erase(red) |> background) |> paint("1.1/.1./1.1" |> pixels |> take(input |> keep(red) |> objects4 |> count))
