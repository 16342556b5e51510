let h = input |> halves
h |> first |> neither(h |> last) |> recolor(green) |> fill(h |> first |> background)
