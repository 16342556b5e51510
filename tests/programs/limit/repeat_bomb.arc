# limit: the step limit of 2,000,000 was reached
repeat(input, 999999, x => repeat(x, 999999, y => y))
