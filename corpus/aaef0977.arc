let q = input |> points |> first
let cycle = [green, yellow, black, grey, red, cyan, maroon, magenta, blue]
input |> map_cells(p => cycle |> nth((index_of(cycle, input |> color) + abs(row_of(p) - row_of(q)) + abs(col_of(p) - col_of(q))) % 9))
