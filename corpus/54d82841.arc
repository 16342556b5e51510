input |> turned(g => g |> objects |> any(o => not(o |> is_ink(o |> anchor(down)))), g => g |> plot(g |> objects |> map(o => (height(g) - 1, col_of(o |> anchor(down)))), yellow))
