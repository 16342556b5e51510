input |> paint(input |> spaces |> map(o => o |> recolor(if is_solid(o) and size(o) > 1 then green else yellow)))
