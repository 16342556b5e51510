let c = input |> rare_color
input |> paint(input |> regions |> reject(o => o |> has_color(c)) |> map(b => (if width(b) == width(input) then input |> cut(b) |> cols else input |> cut(b) |> rows) |> filter(l => l |> has_color(c)) |> solid(c)) |> flatten)
