let f = input |> layers |> filter(o => size(o) > 5) |> map(l => "..11../.1..1./1....1/1....1/.1..1./..11.." |> recolor(l |> color) |> fit(l))
let n = input |> layers |> filter(o => size(o) < 6)
repeat(f |> take(0), f |> count, s => s |> concat(f |> filter(o => not(s |> any(q => q == o)) and size(input |> paint_alone(o) |> remove(s) |> remove(input |> keep(o |> color)) |> remove(n)) == 0) |> take(1))) |> fill(input |> background) |> join_y
