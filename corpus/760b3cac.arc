let b = input |> objects |> last
input |> paint_under(input |> remove(b) |> crop |> reflect(if b |> is_ink(b |> corner) then left else right))
