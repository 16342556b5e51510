input |> blank |> paint(input |> objects |> map(o => o |> move(times(up, o |> height))))
