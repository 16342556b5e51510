let s = input |> objects |> all_max_by(size)
input |> paint(input |> blank |> paint(s) |> fill_nearest |> mask(input |> remove(s)))
