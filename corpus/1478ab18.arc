let k = input |> crop
let c = k |> corners(cyan)
input |> paint_under(c |> unmask(c |> unmask(k) |> rot180) |> connect_diagonal |> connect)
