input |> frame(black) |> paint([up, down, left, right] |> map(d => input |> move(d))) |> paint(input)
