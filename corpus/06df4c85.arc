let l = input |> separators
input |> backdrop(input |> erase(l |> color) |> colors |> first) |> remove(l) |> connect |> paint(l)
