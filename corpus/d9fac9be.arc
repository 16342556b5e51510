canvas(1, 1, input |> color_at(input |> objects4 |> holes |> flatten |> first |> center))
