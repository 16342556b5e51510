let q = input |> points
let w = repeat(q |> filter(p => count(q |> filter(r => abs(row_of(r) - row_of(p)) + abs(col_of(r) - col_of(p)) == 1)) == 1) |> take(1), q |> count, l => l |> concat(q |> filter(r => abs(row_of(r) - row_of(l |> last)) + abs(col_of(r) - col_of(l |> last)) == 1 and not(l |> any(p => p == r)))))
range(w |> count) |> fold(input, (g, i) => g |> plot(w |> nth(i), input |> color_at(w |> nth(0 - 1 - i))))
