let s = input |> backdrop(input |> regions |> nth(1) |> color) |> shapes |> drop(1)
s |> map(b => canvas(1, 1, b |> rare_color)) |> arrange(s |> filter(b => b |> share_rows(s |> first)) |> count)
