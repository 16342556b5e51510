let o = input |> objects |> reject(is_solid) |> first
input |> remove(o) |> paint(o |> largest_rectangle |> approach(input |> objects |> find(is_solid)))
