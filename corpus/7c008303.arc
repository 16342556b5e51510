let p = input |> panels |> sort_by(area)
let c = p |> nth(1) |> colors |> first
p |> first |> stretch(height(p |> last) / 2, width(p |> last) / 2) |> mask(p |> last |> backdrop(c)) |> fill(c)
