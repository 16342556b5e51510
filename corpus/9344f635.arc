let v = input |> objects4 |> filter(s => height(s) > 1)
input |> paint_alone(v) |> extend_y |> overlay(input |> remove(v) |> extend_x)
