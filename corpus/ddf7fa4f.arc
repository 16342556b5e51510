input |> paint(input |> keep(input |> color) |> objects4 |> map(o => o |> recolor(input |> take_top(1) |> objects |> find(q => o |> share_cols(q)) |> color)))
