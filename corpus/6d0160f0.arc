let p = input |> panels |> find(q => q |> has_color(yellow))
input |> paint(input |> panels |> solid(p |> background)) |> paint(p |> move_to(times(minus(p |> points_of(yellow) |> first, p |> corner), height(p) + 1)))
