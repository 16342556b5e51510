# A function sees the lets and the parameters around it.
# input: 000/000
# expect: 222/222
let n = width(input)
range(height(input)) |> fold(input, (g, r) => range(n) |> fold(g, (h, c) => h |> paint(canvas(1, 1, red) |> move_to((r, c)))))
