let s = input |> objects4 |> largest
input |> objects4 |> without(s) |> fold(input, (g, o) => g |> beam(o, s |> toward(o)))
