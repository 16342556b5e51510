let n = width(input) / 2
input |> blank |> paint(input |> objects |> map(o => input |> blank |> border(o |> color) |> part((if size(o |> take_top(1)) == 2 then 0 else height(input) - n, if size(o |> take_left(1)) == 2 then 0 else width(input) - n), n, n)))
