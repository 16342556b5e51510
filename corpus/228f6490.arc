let h = input |> holes
let p = input |> layers |> crop |> filter(o => h |> any(x => x |> same_shape(o)))
input |> remove(p) |> paint(p |> map(o => o |> move_to(h |> find(x => x |> same_shape(o)) |> corner)))
