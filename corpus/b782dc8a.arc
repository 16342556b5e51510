let a = input |> rare_color
let b = input |> inks |> nth(1)
let p = input |> points_of(a) |> first
let r = input |> replace(a, black) |> replace(b, black) |> regions |> find(r => r |> is_ink(p))
input |> paint(r |> recolor(b)) |> plot(r |> points |> filter(q => (row_of(q) + col_of(q) - row_of(p) - col_of(p)) % 2 == 0), a)
