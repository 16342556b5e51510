input |> map_panels(p => canvas(1, 1, p |> erase(input |> separators |> color) |> color))
