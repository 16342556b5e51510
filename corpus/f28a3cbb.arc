input |> layers |> map(l => l |> mask(l |> paint_alone(l |> objects4 |> largest) |> extend) |> attract(l |> objects4 |> largest)) |> compose |> fill(magenta)
