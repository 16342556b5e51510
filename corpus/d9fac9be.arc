let p = input |> points |> find(p => input |> inks |> without(input |> color_at(p)) |> any(c => near(input, p, c) == 8))
canvas(1, 1, input |> color_at(p))
