let s = input |> replace(red, input |> background) |> crop
s |> scale((width(input |> keep(red) |> crop) - 2) / width(s)) |> frame(red)
