let t = input |> objects |> largest
input |> paint_alone(t) |> paint(input |> remove(t) |> pixels |> approach(t))
