let t = input |> layers |> crop |> largest
let f = input |> layers |> map(l => t |> paint([t |> flip_x]) |> recolor(l |> color) |> fit(l))
let u = f |> map(o => input |> cut(o) |> keep(o |> color) |> recolor(red) |> move_to((0, 0))) |> compose
input |> paint(f |> map(o => u |> paint(u |> flip_x) |> recolor(o |> color) |> move_to(o |> corner)))
