input |> paint(input |> spaces |> map(o => o |> recolor(if o |> is_solid then green else yellow)))
