let s = input |> backdrop(input |> colors |> without(input |> color_at((0, 0))) |> first) |> shapes |> drop(1)
s |> map(b => canvas(1, 1, b |> rare_color)) |> arrange(s |> filter(b => b |> share_rows(s |> first)) |> count)
