let h = input |> halves |> backdrop(black)
h |> first |> both(h |> last) |> recolor(red) |> fill(black)
