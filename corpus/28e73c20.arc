let n = input |> height
repeat(canvas(2 + n % 2, 2 - n % 2, green), n - 2, g => canvas(2, g |> height, green) |> above(g |> rot90) |> line(down, (1, height(g) - 2), input |> background))
