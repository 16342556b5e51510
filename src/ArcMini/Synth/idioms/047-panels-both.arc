input |> panels |> first |> both(input |> panels |> last) |> recolor(red) |> fill(black)
