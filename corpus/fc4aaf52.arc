let s = input |> shapes |> first |> invert
let t = s |> top_half
input |> paint_alone([t |> move((0, t |> take_bottom(1) |> crop |> width)), s |> bottom_half])
