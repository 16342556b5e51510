let o = input |> crop
input |> paint(o |> rot180 |> scale(3) |> mask("110011/110011/000000/000000/110011/110011") |> move_to(minus(o |> corner, (2, 2))))
