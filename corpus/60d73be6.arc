input |> reflect_about(input |> part((input |> rows |> find(is_solid) |> top, input |> cols |> find(is_solid) |> leftmost), 1, 1))
