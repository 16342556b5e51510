input |> paint_alone(input |> objects |> map(o => if o |> same_shape(input |> keep(o |> color)) then o else o |> move(times(o |> toward(input), o |> height))))
