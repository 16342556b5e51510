input |> shapes |> fold(input |> blank, (g, s) => g |> slide([s |> keep(blue), s |> erase(blue) |> crop |> rot180] |> compose, s |> keep(blue) |> crop |> toward(s |> erase(blue) |> crop)))
