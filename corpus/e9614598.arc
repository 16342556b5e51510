input |> stamp(".3./333/.3.", input |> crop |> center)
