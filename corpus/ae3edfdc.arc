let r = input |> keep(red) |> crop
let b = input |> keep(blue) |> crop
input |> blank |> paint([r, b]) |> paint(input |> keep(green) |> pixels |> approach(r)) |> paint(input |> keep(orange) |> pixels |> approach(b))
