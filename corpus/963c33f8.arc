let b = input |> replace(grey, orange) |> crop
input |> remove(b) |> paint(b |> cols |> map(c => repeat(c, 20, k => if bottom(k) == height(input) - 1 or input |> is_ink(plus(k |> anchor(down), down)) then k else k |> move(down))))
