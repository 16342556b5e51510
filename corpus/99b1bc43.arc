let h = input |> halves
h |> first |> exclusive(h |> last) |> recolor(green) |> fill(h |> first |> background)
