let b = input |> take_bottom(13)
input |> objects |> take(3) |> fold(b, (g, o) => g |> stamp(o, b |> points_of(input |> color_at(plus(o |> center, (3, 0))))))
