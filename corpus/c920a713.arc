input |> layers |> crop |> map(o => o |> box(o |> color)) |> by_depth(input) |> fold("0", (g, o) => g |> frame(o |> color)) |> denoise |> dedupe
