let r = input |> take_right(6) |> objects
input |> remove(r) |> paint(input |> take_left(5) |> objects |> map(o => input |> part(o |> corner, o |> height, 5) |> spaces |> first) |> map(s => s |> recolor(s |> match_by(r, shape) |> color)))
