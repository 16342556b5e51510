# A loop over a function that does nothing is charged too.
# fails: 3:64: the step limit of 2,000,000 was reached
range(1000) |> map(a => range(1000) |> map(b => range(1000) |> map(c => a))) |> fold(input, (g, x) => g)
