let o = input |> objects |> sort_by(area)
let b = o |> last
let a = o |> nth(-2)
let n = min(height(b) - height(a), width(b) - width(a))
input |> paint(range(9) |> map(i => b |> pad(n * (i + 1)) |> box(b |> color))) |> fill(grey)
