input |> paint_alone(input |> objects |> map(o => if count_color(input, o |> color) > size(o) then o |> move(times(o |> toward(input), o |> height)) else o))
