let o = input |> pixels |> odd_by(color)
input |> paint_alone([o |> halo(red), o])
