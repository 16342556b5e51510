let c = input |> color_at((0, 0))
input |> turned(g => g |> shrink |> take_top(1) |> has_color(green), g => g |> cols |> map(k => if num_colors(k) > 1 then k |> complete_tiling(c) else k) |> join_x |> rows |> map(r => if r |> has_color(red) then r |> fill(c) else r |> replace(c, black)) |> join_y)
