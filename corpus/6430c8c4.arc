let h = input |> halves |> backdrop(black)
h |> first |> neither(h |> last) |> recolor(green) |> fill(black)
