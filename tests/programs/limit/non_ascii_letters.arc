# fails: 2:10: expected the name of a primitive, found 'ß'
input |> ß
