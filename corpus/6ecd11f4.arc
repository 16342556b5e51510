let big = input |> shapes |> largest
let small = input |> shapes |> smallest
small |> mask(big |> downscale(height(big) / height(small))) |> fill(input |> background)
