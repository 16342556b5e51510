input |> shapes4 |> max_by(o => o |> count_color(blue))
