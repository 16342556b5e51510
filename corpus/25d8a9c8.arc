input |> map_rows(r => r |> solid(if count(r |> colors) == 1 then grey else black))
