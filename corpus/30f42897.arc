let b = input |> solid(black)
let q = [b |> take_top(1) |> points, b |> take_right(1) |> points, b |> take_bottom(1) |> points |> reverse, b |> take_left(1) |> points |> reverse] |> map(l => l |> drop(1)) |> flatten
let n = input |> size
let k = range(q |> count) |> find(i => is_ink(input, q |> nth(i)) and not(input |> is_ink(q |> nth(i - 1))))
input |> plot(range(q |> count) |> filter(i => (i - k) % (2 * n) < n) |> map(i => q |> nth(i)), input |> color)
