let h = input |> halves |> sort_by(num_colors)
h |> last |> scale(h |> last |> height) |> mask(h |> first |> tile(h |> last |> height, h |> last |> width)) |> fill(input |> background)
