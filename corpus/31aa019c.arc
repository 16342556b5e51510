let o = input |> pixels |> odd_by(color)
input |> blank |> paint([o |> halo(red), o])
