let b = input |> crop
let o = input |> shapes |> largest
input |> paint(b |> solid(input |> color_at(o |> corner))) |> paint(b |> shrink |> solid(input |> color_at(plus(o |> corner, down_right))))
