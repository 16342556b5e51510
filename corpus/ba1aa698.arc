let p = input |> panels
p |> last |> shift((top(p |> last |> crop) - top(p |> nth(-2) |> crop), 0)) |> frame(input |> color_at((0, 0)))
