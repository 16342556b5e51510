let b = input |> keep(grey)
let x = if leftmost(input |> keep(red) |> crop) < leftmost(input |> keep(cyan) |> crop) then rightmost(b |> crop) + 1 else leftmost(b |> crop) - 1
input |> replace(red, orange) |> replace(cyan, red) |> plot((height(input) - 1, x), cyan)
