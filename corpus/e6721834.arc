let h = input |> halves |> sort_by(num_colors)
h |> last |> backdrop(h |> last |> colors |> first) |> shapes |> sort_by(size) |> reverse |> fold(h |> first |> backdrop(h |> first |> colors |> first), restore)
