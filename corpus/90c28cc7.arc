input |> backdrop(black) |> crop |> dedupe
