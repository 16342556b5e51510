input |> remap(input |> colors, input |> colors |> reverse)
