let r = input |> take_top(1) |> dedupe
if width(r) > 1 then r else input |> take_left(1) |> dedupe
