let s = input |> shapes
let c = input |> inks |> find(c => s |> all(o => count_color(o, c) == 1))
s |> map(o => o |> move(minus(down_right, o |> points_of(c) |> first))) |> compose |> fill(input |> background)
