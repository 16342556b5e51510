input |> map_panels(p => canvas(1, 1, if size(p) > 1 then blue else p |> background))
