input |> turned(g => g |> gravity(left) |> crop |> is_line, g => g |> paint(g |> pixels |> map_indexed((p, n) => "285" |> cols |> nth(n % 3) |> center_on(p))))
