# The top object comes first. Where the grid shows both objects equally often, the order stays.
# input: 1110/1222/1212/0222
# expect: 21
# input: 1110/1212/1112/0222
# expect: 12
# input: 1110/1222/1112/0222
# expect: 21
let g = input |> backdrop(black)
g |> layers |> reverse |> crop |> map(o => o |> box(o |> color)) |> by_depth(g) |> map(o => canvas(1, 1, o |> color)) |> join_x
