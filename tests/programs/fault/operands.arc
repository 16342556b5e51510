# fails: 2:23: expected an Int for 'b' of add, found a Color
input |> take_top(1 + red)
