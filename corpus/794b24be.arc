canvas(3, 3, input |> background) |> paint("222/.2." |> pixels |> take(input |> count_color(blue)))
