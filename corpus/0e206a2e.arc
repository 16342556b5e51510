let s = input |> shapes |> filter(o => size(o) > 3)
s |> orientations |> flatten |> fold(input |> remove(s), restore)
