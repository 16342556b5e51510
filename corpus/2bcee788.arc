let r = input |> layers |> last |> crop
let m = input |> remove(r) |> crop
input |> remove(r) |> paint(m |> reflect(m |> toward(r))) |> fill(green)
