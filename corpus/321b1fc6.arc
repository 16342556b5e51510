let s = input |> ink |> erase(input |> color) |> crop
input |> blank |> paint(input |> keep(input |> color) |> objects |> map(o => s |> move_to(o |> corner)))
