let f = input |> keep(yellow) |> crop
let o = input |> shapes4 |> largest
input |> paint((if color(o |> take_left(1)) == color_at(input, plus(f |> corner, down)) then o else o |> flip_x) |> move_to(plus(f |> corner, down_right))) |> cut(f)
