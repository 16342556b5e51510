let b = input |> crop
input |> paint(range(width(input) / (height(b) / 2)) |> map(i => b |> pad(i * (height(b) / 2)) |> box(input |> color)))
