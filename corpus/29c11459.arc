input |> rows |> map(r => if size(r) > 0 then r |> fill_nearest |> fill(grey) else r) |> join_y
