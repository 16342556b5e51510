let o = input |> objects |> smallest
let d = if o |> is_ink(o |> corner) then down_right else down_left
input |> remove(o) |> bounce(o |> points |> first, d, green) |> bounce(o |> points |> first, times(d, -1), green) |> paint(o)
