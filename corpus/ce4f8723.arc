let h = input |> halves
h |> first |> either(h |> last) |> recolor(green) |> fill(h |> first |> background)
