input |> blank |> paint(input |> objects |> filter(is_line) |> map(l => input |> keep(l |> color) |> attract(l)))
