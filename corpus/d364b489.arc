input |> stamp(".2./716/.8.", input |> points)
