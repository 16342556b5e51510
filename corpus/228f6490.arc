let h = input |> holes
let s = input |> layers |> reverse |> map(objects) |> flatten
let p = h |> map(x => s |> find(o => o |> same_shape(x)))
input |> remove(p) |> paint(h |> zip_with(p, (x, o) => x |> recolor(o |> color)))
