input |> paint(solid(panels(input), background(input))) |> paint(all_max_by(panels(input), size) |> map(p => solid(p, color(p))))
