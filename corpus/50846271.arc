let r = input |> keep(red)
let k = r |> clusters(3)
let n = max_of(k |> length) / 2
let t = canvas(2 * n + 1, 2 * n + 1, black) |> plot((n, n), cyan) |> extend |> ink
let q = minus(t |> points, (n, n))
let b = input |> keep(black)
input |> stamp(t, k |> map(o => o |> solid(red) |> points |> reject(p => q |> any(d => b |> is_ink(plus(p, d)))) |> max_by(p => q |> filter(d => r |> is_ink(plus(p, d))) |> count))) |> paint(r)
