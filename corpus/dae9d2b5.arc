let h = input |> halves
h |> first |> either(h |> last) |> recolor(magenta) |> fill(h |> first |> background)
