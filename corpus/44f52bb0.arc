canvas(1, 1, if input |> symmetric_x then blue else orange)
