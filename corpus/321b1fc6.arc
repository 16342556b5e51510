let s = input |> ink |> erase(input |> color) |> crop
input |> paint_alone(input |> keep(input |> color) |> objects |> map(o => s |> move_to(o |> corner)))
