[input |> take_top(1) |> dedupe, input |> take_left(1) |> dedupe] |> max_by(area)
