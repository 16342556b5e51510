let b = input |> objects |> largest
input |> paint(input |> remove(b) |> pixels |> map(o => o |> approach(b) |> move(o |> toward(b))))
