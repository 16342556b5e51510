let c = input |> crop |> leftmost
input |> copies(input |> extend_y |> ink, (0, 2)) |> copies("5" |> move_to((0, c + 1)), (0, 4)) |> copies("5" |> move_to((height(input) - 1, c + 3)), (0, 4))
