input |> shapes |> map(o => o |> move(minus(down_right, o |> points_of(grey) |> first))) |> compose |> fill(black)
