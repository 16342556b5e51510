let s = input |> panels
let r = s |> reject(p => p |> has_color(red)) |> sort_by(leftmost) |> map(p => p |> match_by(s |> filter(q => q |> has_color(red)), leftmost) |> take_right(p |> height) |> replace(red, p |> color_at(plus(p |> anchor(right), left))) |> replace(blue, input |> color_at((p |> top, 0))) |> beside(canvas(p |> height, 1, cyan))) |> join_x
r |> take_left(width(r) - 1)
