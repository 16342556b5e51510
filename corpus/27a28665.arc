canvas(1, 1, [blue, red, green, magenta] |> nth(["00./0.0/.0.", "0.0/.0./0.0", ".00/.00/0..", ".0./000/.0."] |> index_of(input |> backdrop(black) |> shape)))
