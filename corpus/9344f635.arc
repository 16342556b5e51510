let o = input |> objects4
input |> paint_alone(o |> filter(s => height(s) > 1)) |> extend_y |> overlay(input |> paint_alone(o |> filter(s => width(s) > 1)) |> extend_x)
