let s = input |> shapes
let w = input |> solid(black)
let d = s |> map(o => o |> toward(o |> keep(o |> rare_color) |> crop))
s |> zip_with(d, (o, e) => [o |> keep(o |> rare_color) |> crop |> move(times(e, 2))]) |> flatten |> zip_with(d, (t, e) => [w |> blank |> paint_where(t |> color, p => not(w |> is_ink(plus(p, e)))) |> copies(t, times(e, 2))]) |> flatten |> fold(input, paint) |> paint_where(black, p => count(d |> filter(e => not(w |> is_ink(plus(p, e))))) > 1)
