let r = input |> keep(red) |> crop
let b = input |> keep(blue) |> crop
input |> paint_alone([r, b]) |> paint(input |> keep(green) |> pixels |> approach(r)) |> paint(input |> keep(orange) |> pixels |> approach(b))
