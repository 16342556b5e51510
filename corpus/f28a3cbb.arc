let b = input |> layers |> largest_rectangle
input |> paint_alone(b) |> paint(b |> map(s => input |> keep(s |> color) |> pixels |> reject(p => p |> inside(s)) |> map(p => p |> move((if share_rows(p, s) or share_cols(p, s) then 0 else row_of(p |> toward(s)), 0)) |> approach(s))) |> flatten)
