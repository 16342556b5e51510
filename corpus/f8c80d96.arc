let o = input |> objects |> sort_by(area)
let b = o |> last
let a = o |> nth(-2)
let n = min(height(b) - height(a), width(b) - width(a))
input |> ripple(b |> pad(n), n, b |> color) |> fill(grey)
