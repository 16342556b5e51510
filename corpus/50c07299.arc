let p = input |> points |> first
input |> blank |> line(plus(p, up_right), plus(p, times(up_right, size(input) + 1)), red)
