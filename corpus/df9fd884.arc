let c = input |> keep(yellow) |> objects
let o = input |> objects |> find(o => color(o) != yellow)
input |> remove(o) |> paint(o |> move_to((height(input) - height(o), leftmost(o) - leftmost(c |> last) + leftmost(c |> first))))
