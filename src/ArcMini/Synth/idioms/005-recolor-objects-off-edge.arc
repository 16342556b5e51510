input |> paint(input |> objects |> reject(o => o |> on_edge(input)) |> recolor(red))
