let o = input |> objects4 |> last
input |> take_top(1) |> cover(input) |> mask(input |> blank |> copies(o, down_left) |> copies(o, down_right)) |> fill(grey) |> paint(o)
