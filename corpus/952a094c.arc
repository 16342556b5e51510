let b = input |> objects |> largest
let p = input |> remove(b) |> pixels
input |> remove(p) |> paint(p |> map(q => q |> move_to(plus(b |> anchor(q |> toward(b)), q |> toward(b)))))
