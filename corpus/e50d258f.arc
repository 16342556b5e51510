input |> backdrop(input |> mask(input |> box(red)) |> colors |> first) |> shapes4 |> max_by(o => o |> count_color(red))
