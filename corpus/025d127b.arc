input |> paint_alone(input |> objects |> map(o => [o |> take_top(height(o) - 1) |> shift(right), o |> take_bottom(1), o |> take_right(1)] |> compose))
