let b = input |> replace(grey, orange) |> crop
let g = input |> remove(b)
g |> paint(b |> cols |> map(c => c |> move(minus(repeat(c |> anchor(down), 20, p => if row_of(p) == height(g) - 1 or is_ink(g, plus(p, down)) then p else plus(p, down)), c |> anchor(down)))))
