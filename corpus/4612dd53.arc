let i = input |> crop |> shrink
let l = if size(i) == 0 then i else if height(i |> crop) > width(i |> crop) then i |> extend_y else i |> extend_x
input |> paint_under([input |> crop |> box(red), l |> ink] |> recolor(red))
