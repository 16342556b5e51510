input |> paint(input |> objects4 |> map(o => o |> solid(o |> color))) |> crop |> fill_nearest |> dedupe |> flip_x
