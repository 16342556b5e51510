let h = if width(input |> keep(grey) |> crop) > 1 then input |> split_x(2) else input |> split_y(2)
h |> find(g => g |> has_color(grey)) |> replace(grey, cyan)
