let p = input |> panels
p |> nth(1) |> crop |> kron(p |> first |> crop) |> recolor(p |> nth(2) |> color) |> fill(p |> last |> color)
