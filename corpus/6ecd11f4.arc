input |> shapes |> smallest |> mask(input |> shapes |> largest |> unscale) |> fill(input |> background)
