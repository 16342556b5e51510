# input: 000
# fails: 3:21: the list is empty
input |> objects |> max_by(size)
