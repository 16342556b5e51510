let s = input |> crop |> unscale
s |> kron(s)
