let k = input |> crop |> panels |> first
k |> recolor(input |> crop |> separators |> color) |> cover(input) |> overlay(k |> kron(k) |> cover(input))
