input |> backdrop(black) |> shapes4 |> max_by(o => o |> count_color(red))
