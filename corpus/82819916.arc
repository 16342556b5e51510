let f = input |> rows |> largest
input |> paint(input |> rows |> filter(r => size(r) > 0) |> map(r => f |> remap(f |> pixels |> color |> distinct, r |> pixels |> color |> distinct) |> move_to(r |> corner)))
