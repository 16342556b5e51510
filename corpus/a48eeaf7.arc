let t = input |> objects |> largest
input |> blank |> paint(t) |> paint(input |> remove(t) |> pixels |> approach(t))
