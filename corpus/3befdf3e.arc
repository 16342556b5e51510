let s = shapes(input)
input |> paint(s |> map(o => [up, down, left, right] |> map(d => move(solid(o, color_at(o, corner(o))), point(row_of(d) * (height(o) - 2), col_of(d) * (width(o) - 2))))) |> flatten) |> paint(s |> map(o => swap(o, color(o), rare_color(o))))
