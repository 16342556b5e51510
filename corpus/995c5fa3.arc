let n = (width(input) + 1) / 5
input |> split_x(n) |> map(p => canvas(1, n, if count(p |> colors) == 1 then red else if p |> symmetric_y then if count(p |> take_left(1) |> colors) == 1 then cyan else green else yellow)) |> join_y
