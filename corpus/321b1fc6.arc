let s = input |> ink |> erase(cyan) |> crop
input |> blank |> paint(input |> keep(cyan) |> objects |> map(o => s |> move_to(o |> corner)))
