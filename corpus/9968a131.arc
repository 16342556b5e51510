let f = input |> rows |> find(r => size(r) > 0)
input |> map_rows(r => if r == f then r else r |> shift(right))
