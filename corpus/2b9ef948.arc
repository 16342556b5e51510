let s = input |> shapes
let t = s |> find(o => o |> has_color(grey))
let b = s |> without(t) |> first
let c = b |> rare_color
let a = b |> move(minus(t |> points_of(b |> color) |> first, t |> points_of(c) |> first))
input |> blank |> plot(a |> center, b |> color) |> extend_diagonal |> fill(c) |> paint(a)
