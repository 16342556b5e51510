let b = input |> boxes |> max_by(o => size(input |> cut(o)) - size(o))
let c = input |> cut(b)
c |> recolor(c |> rare_color)
