input |> paint(input |> shapes |> rot180 |> scale(3) |> mask("110011/110011/000000/000000/110011/110011") |> move((-2, -2)))
