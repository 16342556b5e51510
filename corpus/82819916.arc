let full = input |> rows |> largest
input |> paint(input |> rows |> filter(r => size(r) > 0) |> map(r => full |> remap(full |> pixels |> color |> distinct, r |> pixels |> color |> distinct) |> move_to(r |> corner)))
