input |> stamp(".2./7.6/.8.", input |> points)
