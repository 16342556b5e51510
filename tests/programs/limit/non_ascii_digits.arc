# fails: 2:19: expected an argument or ')', found '٣'
input |> take_top(٣)
