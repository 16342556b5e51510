let d = if width(input |> crop) > height(input |> crop) then up_right else up_left
input |> recolor(red) |> paint(input |> both(input |> shift(d) |> either(input |> shift(times(d, -1)))) |> recolor(cyan))
