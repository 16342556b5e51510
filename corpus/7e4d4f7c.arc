input |> take_top(2) |> above(input |> take_top(1) |> recolor(magenta))
