let p = layers(input) |> crop |> find(o => not(is_line(o)))
let f = input |> remove(p) |> crop
paint(f, overlay(p, f |> ink |> fill_nearest |> shrink |> mask(p)) |> center_on(f))
