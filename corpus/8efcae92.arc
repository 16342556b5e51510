input |> backdrop(black) |> shapes |> max_by(o => o |> count_color(red))
