let p = input |> panels
p |> fold(p |> first, agree) |> fill(blue)
