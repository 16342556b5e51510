input |> stamp("4.4/.2./4.4", input |> points_of(red)) |> stamp(".7./717/.7.", input |> points_of(blue))
