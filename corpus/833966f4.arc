let r = input |> rows
[r |> nth(1), r |> nth(0), r |> nth(2), r |> nth(4), r |> nth(3)] |> join_y
