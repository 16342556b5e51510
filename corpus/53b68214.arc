let d = [down, down_right, down_left, (2, 0), (3, 0), (2, 2)] |> find(s => copies(input, input |> ink, s) == input)
canvas(10, input |> width, input |> background) |> paint(input) |> copies(input |> ink, d)
