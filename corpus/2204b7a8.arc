let r = input |> keep(green)
input |> paint(input |> remove(r) |> fill_nearest |> mask(r))
