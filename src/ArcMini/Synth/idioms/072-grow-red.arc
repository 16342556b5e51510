input |> map_cells(p => if near4(input, p, red) > 0 then red else input |> color_at(p))
