# fails: 2:26: the step limit of 2,000,000 was reached
repeat([input], 40, x => concat(x, x)) |> first
