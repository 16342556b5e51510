let s = input |> shapes4
input |> paint(s |> filter(o => num_colors(o) == 1) |> map(o => s |> max_by(num_colors) |> move_to(o |> corner)))
