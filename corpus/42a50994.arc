input |> denoise
