let s = input |> panels |> largest |> ink |> recolor(input |> separators |> color)
input |> paint_under(input |> panels |> map(p => s |> move_to(p |> corner)))
