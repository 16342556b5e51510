let r = input |> largest_rectangle
input |> complete_symmetry(r |> color) |> cut(r)
