if left_half(input) == right_half(input) then input |> left_half else input |> top_half
