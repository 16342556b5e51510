input |> paint(input |> panels |> map(q => q |> replace(orange, input |> inks |> max_by(c => count_color(input, c) - 4 * count_color(q, c)))))
