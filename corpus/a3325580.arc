let n = input |> objects |> map(size) |> max_of
input |> objects |> filter(o => size(o) == n) |> sort_by(leftmost) |> map(o => canvas(n, 1, o |> color)) |> join_x
