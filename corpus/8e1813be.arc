let g = input |> replace(input |> opening(2) |> color, input |> background)
let v = g |> rows |> concat(g |> cols) |> max_by(num_colors)
let n = v |> num_colors
if width(v) == 1 then v |> pixels |> join_y |> stretch(1, n) else v |> pixels |> join_x |> stretch(n, 1)
