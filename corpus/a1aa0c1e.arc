let o = input |> objects |> filter(s => size(s) > 1 and color(s) != maroon)
let b = o |> filter(s => height(s) > 1) |> reverse |> min_by(height)
o |> map(s => (if s == b then "00095" else "00090") |> paint(canvas(1, (height(s) + 1) / 2, s |> color) |> move(left))) |> join_y
