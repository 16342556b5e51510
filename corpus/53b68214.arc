let n = input |> width
let d = [down, (2, 0), (3, 0), (2, 2)] |> find(s => copies(input, input |> ink, s) == input)
canvas(n, n, black) |> paint(input) |> copies(input |> ink, d)
