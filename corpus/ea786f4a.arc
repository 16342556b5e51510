input |> paint(input |> keep(input |> color_at(input |> center)) |> extend_diagonal)
