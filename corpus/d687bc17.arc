input |> paint_alone(input |> objects |> filter(o => is_line(o) and on_edge(o, input)) |> map(l => input |> keep(l |> color) |> attract(l)))
