let o = input |> objects
let s = o |> smallest
let f = o |> largest
let h = f |> solid(input |> background) |> shrink
input |> remove(s) |> paint(h |> recolor(s |> color)) |> paint(s |> spaces |> map(p => h |> move(s |> toward(p)))) |> paint(f |> box(f |> color))
