if input |> symmetric_x then input else input |> flip_x
