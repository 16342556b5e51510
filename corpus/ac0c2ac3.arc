input |> paint(input |> rings |> map(r => r |> solid(r |> rare_color)))
