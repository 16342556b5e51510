let b = input |> boxes
input |> remove(b) |> paint(b |> map(o => ".2./222/.2." |> center_on(o)))
