input |> paint(input |> crop |> fill(red))
