input |> paint(input |> layers |> crop |> map(o => o |> both(o |> corners(red)) |> connect_diagonal))
