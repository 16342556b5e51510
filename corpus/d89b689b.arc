let b = input |> objects |> largest
input |> paint_alone(input |> objects |> without(b) |> map(o => o |> move_to(b |> anchor(b |> toward(o)))))
