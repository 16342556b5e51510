input |> split_x(3) |> zip_with(range(3), (q, i) => q |> paint_alone(q |> objects |> sort_by(leftmost) |> nth(i))) |> stack
