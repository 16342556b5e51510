let d = if width(input |> crop) > height(input |> crop) then up_right else up_left
input |> recolor(red) |> paint_where(cyan, p => is_ink(input, p) and (is_ink(input, plus(p, d)) or is_ink(input, minus(p, d))))
