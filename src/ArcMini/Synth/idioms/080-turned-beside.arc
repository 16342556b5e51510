input |> rot90 |> beside(input)
