input |> turned(g => size(g |> take_left(1)) + size(g |> take_right(1)) == size(g), connect_x)
