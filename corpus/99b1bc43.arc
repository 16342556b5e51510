let h = input |> halves |> backdrop(black)
h |> first |> exclusive(h |> last) |> recolor(green) |> fill(black)
