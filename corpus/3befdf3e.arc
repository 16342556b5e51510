let s = input |> shapes
input |> paint(s |> map(o => [up, down, left, right] |> map(d => o |> solid(o |> color_at(o |> corner)) |> move(times(d, height(o) - 2)))) |> flatten) |> paint(s |> map(o => o |> swap(o |> color, o |> rare_color)))
