# fails: 2:18: expected a Color for 'c' of recolor, found an Int (2 is written red)
input |> recolor(2)
