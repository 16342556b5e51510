let p = input |> panels
input |> paint(p |> filter(q => q |> has_color(black)) |> map(q => p |> replace(black, orange) |> largest |> move_to(q |> corner)))
