# input: 00000/01110/00000/00200
# expect: 00000/03330/00000/00200
# Each let may use those before it.
let s = input |> objects
let a = s |> largest
input |> paint(a |> recolor(green))
