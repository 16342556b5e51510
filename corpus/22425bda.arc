let l = input |> layers |> reverse
repeat(l |> take(0), l |> count, s => s |> concat(l |> filter(o => not(s |> any(q => q == o)) and size(o |> line(o |> points |> first, o |> points |> last, o |> color) |> remove(s |> concat([o]))) == 0) |> take(1))) |> reverse |> map(o => canvas(1, 1, o |> color)) |> join_x
