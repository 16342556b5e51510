let r = input |> take_top(1)
r |> above(r |> shift(left) |> overlay(r |> shift(right))) |> tile_to(input |> height, input |> width)
