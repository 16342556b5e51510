let r = input |> rare_color
canvas(1, 1, if input |> erase(black) |> shapes |> any(s => count_color(s, r) >= 8) then input |> erase(black) |> color else black)
