input |> replace(magenta, red)
