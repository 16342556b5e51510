let s = input |> shapes
input |> paint(s |> map(o => [up, down, left, right] |> map(d => o |> solid(o |> color_at(o |> corner)) |> move((row_of(d) * (height(o) - 2), col_of(d) * (width(o) - 2))))) |> flatten) |> paint(s |> invert)
