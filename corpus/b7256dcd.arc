let m = input |> keep(magenta)
m |> paint(repeat(input |> erase(orange) |> erase(magenta), 20, g => g |> rot180 |> spread |> rot180 |> mask(m))) |> fill(orange)
