input |> backdrop(black) |> paint_under(input |> occurrences("00000/0...0/0...0/0...0/00000") |> map(o => "176/4.5/293" |> center_on(o)))
