canvas(4, 4, magenta) |> paint(input |> tiles(2, 2) |> find(t => t |> has_color(red)) |> solid(red))
