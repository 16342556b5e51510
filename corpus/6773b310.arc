let p = input |> panels
p |> map(x => canvas(1, 1, if size(x) > 1 then blue else input |> background)) |> arrange(p |> filter(x => top(x) == 0) |> count)
