canvas(4, 4, input |> background) |> paint(input |> objects |> map(o => o |> move_to(plus((2, 2), times(minus(o |> corner, o |> spaces |> first |> corner), 2)))))
