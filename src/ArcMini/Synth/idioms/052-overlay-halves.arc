input |> left_half |> overlay(input |> right_half)
