input |> paint_alone(input |> objects4 |> map(o => if size(o) > 3 then o |> move((bottom(input) - bottom(o), 0)) else o))
