let g = input |> panels |> max_by(area)
let b = input |> panels |> nth(1) |> colors |> first
input |> panels |> filter(p => area(p) == 1) |> arrange(2) |> stretch(height(g) / 2, width(g) / 2) |> mask(g |> erase(b)) |> fill(b)
