let s = input |> shapes4 |> largest
input |> shapes4 |> without(s) |> fold(input, (g, o) => g |> beam(o, s |> toward(o)))
