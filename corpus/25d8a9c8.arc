input |> rows |> map(r => r |> solid(if count(r |> colors) == 1 then grey else black)) |> join_y
