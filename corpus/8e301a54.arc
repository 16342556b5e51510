input |> paint_alone(input |> objects |> map(o => o |> move(times(down, o |> size))))
