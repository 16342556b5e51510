input |> paint(input |> rows |> filter(r => size(r) > 0) |> all_max_by(r => 0 - size(r |> connect_x)) |> connect_x)
