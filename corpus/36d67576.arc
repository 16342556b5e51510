let s = input |> shapes |> largest
input |> paint(s |> orientations |> map(q => input |> occurrences(q |> erase(blue) |> erase(green)) |> map(o => q |> move_to(o |> corner))) |> flatten)
