input |> paint(input |> remove(input |> keep(red)) |> objects |> map(o => o |> approach(input |> keep(red))))
