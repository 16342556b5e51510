let p = input |> panels
p |> min_by(area) |> scale(height(p |> max_by(area)) / 2) |> mask(p |> max_by(area)) |> fill(input |> background)
