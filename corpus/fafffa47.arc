let h = input |> halves
h |> first |> neither(h |> last) |> recolor(red) |> fill(h |> first |> background)
