let b = input |> objects |> largest
input |> blank |> paint(input |> objects |> without(b) |> map(o => o |> move_to(b |> anchor(b |> toward(o)))))
