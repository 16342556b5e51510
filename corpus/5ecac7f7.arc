input |> split_x(3) |> map_indexed((q, i) => q |> paint_alone(q |> objects |> sort_by(leftmost) |> nth(i))) |> stack
