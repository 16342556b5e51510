input |> turned(g => size(g) == 2 * size(g |> take_left(1)), g => g |> paint(g |> rows |> filter(r => size(r) > 0) |> map(r => r |> fill_nearest |> plot(r |> center, grey))))
