# The place is that of the call that failed, inside the function.
# input: 1020
# fails: 4:42: the list is empty
input |> objects |> map(o => range(0) |> first |> canvas(1, red)) |> first
