# fails: 2:18: a hole has no value; fill the sketch first
input |> recolor(?)
