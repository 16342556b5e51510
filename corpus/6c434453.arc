let b = input |> boxes
input |> remove(b) |> paint(b |> map(o => o |> erase(o |> color) |> cross(o |> center, red)))
