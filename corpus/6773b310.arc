input |> panels |> map(p => if size(p) > 1 then "1" else "0") |> arrange(3)
