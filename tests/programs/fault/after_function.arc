# The place is that of the primitive that failed, not of the last call inside its function.
# input: 1020
# fails: 4:21: it holds for no item
input |> objects |> find(o => size(o) > 5)
