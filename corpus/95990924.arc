input |> paint(input |> objects |> map(o => "1..2/..../..../3..4" |> center_on(o)))
