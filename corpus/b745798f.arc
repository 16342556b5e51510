let b = input |> blank
let n = width(b) / 2
b |> paint(input |> objects |> map(o => b |> border(o |> color) |> part((if size(o |> take_top(1)) == 2 then 0 else height(b) - n, if size(o |> take_left(1)) == 2 then 0 else width(b) - n), n, n)))
