# fails: 4:39: the step limit of 2,000,000 was reached
let a = range(1000)
let b = a |> map(n => a)
repeat(b, 20, x => b |> map(y => x |> flatten)) |> first |> fold(input, (g, n) => g)
