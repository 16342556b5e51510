let n = size(input) / 4 + 1
canvas(n, n, input |> background) |> paint(input |> objects |> map(o => o |> move_to((if o |> take_top(1) |> is_solid then 0 else n - height(o), if o |> take_left(1) |> is_solid then 0 else n - width(o)))))
