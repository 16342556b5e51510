canvas(1, 1, if input |> backdrop(black) |> shapes |> any(s => count_color(s, red) >= 8) then cyan else black)
