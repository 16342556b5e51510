input |> turned(g => width(g) > height(g), g => g |> paint(g |> fill_nearest |> part((0, 3), g |> height, width(g) - 6)))
