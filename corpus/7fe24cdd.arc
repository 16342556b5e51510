let a = input |> beside(input |> rot90)
a |> above(a |> rot180)
