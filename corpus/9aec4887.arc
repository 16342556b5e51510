let p = input |> layers |> crop |> find(o => not(o |> is_line))
let f = input |> remove(p) |> crop
f |> paint(p |> overlay(f |> ink |> fill_nearest |> shrink |> mask(p)) |> center_on(f))
