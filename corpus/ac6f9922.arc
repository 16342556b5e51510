input |> paint(input |> backdrop(input |> regions |> nth(1) |> color) |> shapes |> drop(1) |> map(b => b |> solid(b |> rare_color))) |> dedupe |> subsample(2) |> shrink
