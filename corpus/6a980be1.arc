let c = input |> color_at((0, 0))
input |> turned(g => g |> shrink |> take_top(1) |> has_color(green), g => g |> transpose |> map_rows(k => if num_colors(k) > 1 then k |> complete_tiling(c) else k) |> transpose |> map_rows(r => if r |> has_color(red) then r |> fill(c) else r |> replace(c, black)))
