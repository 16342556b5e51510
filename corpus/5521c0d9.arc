input |> turned(g => g |> objects |> all(o => bottom(o) == height(g) - 1), g => g |> paint_alone(g |> objects |> map(o => o |> move(times(up, o |> height)))))
