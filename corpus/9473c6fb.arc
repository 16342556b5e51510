let s = input |> pixels
let o = s |> sort_by(p => if count(s |> map(top) |> distinct) == count(s) then p |> top else p |> leftmost)
input |> paint(o |> map_indexed((p, n) => p |> recolor("285" |> color_at((0, n % 3)))))
