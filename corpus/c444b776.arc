let p = input |> panels
input |> paint(p |> map(q => p |> max_by(size) |> move_to(q |> corner)))
