input |> paint_under(tile_to(unit(crop(input)), height(input), width(input)))
