let s = input |> shapes |> largest
input |> rewrite(s |> erase(blue) |> erase(green), s)
