let o = input |> crop
o |> swap(o |> color, o |> rare_color)
