let n = count(input |> colors) - 1
(if count(input |> take_left(1) |> colors) > 2 then input |> split_y(n) else input |> split_x(n)) |> odd_by(shape)
