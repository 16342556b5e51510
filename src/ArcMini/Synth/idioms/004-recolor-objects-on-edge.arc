input |> paint(input |> objects |> filter(o => o |> on_edge(input)) |> recolor(red))
