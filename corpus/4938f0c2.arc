input |> reflect_about(input |> keep(green) |> crop)
