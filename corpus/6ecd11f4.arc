let a = input |> shapes |> largest
let b = input |> shapes |> smallest
b |> mask(a |> downscale(height(a) / height(b))) |> fill(input |> background)
