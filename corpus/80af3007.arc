let s = input |> crop |> downscale(3)
s |> kron(s)
