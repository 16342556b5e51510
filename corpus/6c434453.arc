let b = input |> boxes
input |> remove(b) |> stamp(".2./222/.2.", b |> center)
