input |> shapes |> fold(input |> blank, (g, s) => g |> slide(s |> keep(blue) |> paint(s |> erase(blue) |> crop |> rot180), s |> keep(blue) |> open_side))
