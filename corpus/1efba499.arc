let k = input |> objects |> largest |> color
input |> turned(g => height(g |> keep(k) |> crop) > width(g |> keep(k) |> crop), g => g |> map_rows(r => if num_colors(r) == 3 then r |> blank |> paint(r |> attract(r |> keep(k) |> crop) |> crop |> flip_x) else r))
