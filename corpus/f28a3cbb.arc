let b = input |> layers |> largest_rectangle
input |> paint_alone(b) |> paint(b |> map(s => input |> keep(s |> color) |> pixels |> reject(p => p |> inside(s)) |> map(p => p |> move(if abs(top(p) - row_of(s |> center)) > abs(leftmost(p) - col_of(s |> center)) then (0, col_of(p |> toward(s))) else (row_of(p |> toward(s)), 0)) |> approach(s))) |> flatten)
