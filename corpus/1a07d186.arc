let s = input |> rows |> concat(input |> cols) |> filter(is_solid)
input |> paint_alone(s |> map(l => input |> keep(l |> color) |> pixels |> approach(l)) |> flatten) |> paint(s)
