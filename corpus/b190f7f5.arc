let h = input |> halves |> sort_by(num_colors)
h |> last |> stretch(h |> first |> height, h |> first |> width) |> mask(h |> first |> tile(h |> last |> height, h |> last |> width)) |> fill(h |> first |> background)
