input |> paint(input |> pixels |> map(p => p |> halo(p |> color)) |> remap([green, cyan, red], [magenta, yellow, blue]))
