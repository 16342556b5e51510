let c = input |> keep(yellow) |> objects
let o = input |> objects |> find(o => color(o) != yellow)
input |> remove(o) |> slide(o |> move((0, leftmost(c |> first) - leftmost(c |> last))), down)
