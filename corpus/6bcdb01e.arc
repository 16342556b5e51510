let e = input |> points_of(green) |> find(p => input |> part(p, 1, 1) |> on_edge(input))
let w = input |> solid(black)
let r = input |> keep(cyan)
input |> plot(repeat([[up, down, left, right] |> map(d => plus(e, d)) |> find(p => not(w |> is_ink(p))), e], input |> area, q => q |> concat([minus(q |> last, q |> nth(-2)), up, down, left, right] |> map(d => plus(q |> last, d)) |> filter(p => not(r |> is_ink(p)) and p != nth(q, -2)) |> take(1))), green)
