let h = input |> holes
let p = h |> match_by(input |> layers |> reverse |> map(objects) |> flatten, shape)
input |> remove(p) |> paint(h |> zip_with(p, (x, o) => x |> recolor(o |> color)))
