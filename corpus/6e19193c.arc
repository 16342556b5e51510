input |> objects4 |> fold(input, (g, o) => g |> ray(plus(o |> anchor(o |> open_side), o |> open_side), o |> open_side, o |> color))
