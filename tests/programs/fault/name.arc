# fails: 2:10: 'recolour' is not known; did you mean 'recolor'?
input |> recolour(red)
