let f = input |> rows |> find(r => size(r) > 0)
input |> rows |> map(r => if r == f then r else r |> shift(right)) |> join_y
