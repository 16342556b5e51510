let a = input |> above(input |> flip_y |> take_bottom(height(input) - 1))
a |> above(a |> take_bottom(height(a) - 1))
