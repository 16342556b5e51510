input |> reflect_about(input |> objects |> filter(o => is_square(o) and is_solid(o)) |> largest)
