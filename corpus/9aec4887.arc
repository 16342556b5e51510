let f = input |> shapes |> max_by(num_colors)
let p = input |> shapes |> min_by(num_colors)
f |> paint(p |> overlay(f |> fill_nearest |> shrink |> mask(p)) |> center_on(f)) |> fill(input |> background)
