input |> holes |> fold(input, (g, o) => g |> cross(o |> center, magenta)) |> overlay(input)
