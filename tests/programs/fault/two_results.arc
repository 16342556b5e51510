# fails: 3:1: expected '|>', an operator or the end of the program, found 'input'
input |> crop
input |> flip_x
