input |> paint_alone(input |> objects |> map(o => if size(o) == 1 then o |> pad(4) |> solid(o |> color) else o |> shrink))
