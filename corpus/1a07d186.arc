let lines = input |> objects |> filter(is_line)
input |> blank |> paint(lines) |> paint(input |> objects |> filter(o => size(o) == 1 and any(lines, l => color(l) == color(o))) |> map(o => o |> approach(lines |> find(l => color(l) == color(o)))))
