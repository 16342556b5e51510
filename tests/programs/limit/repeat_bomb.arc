# fails: 2:45: the step limit of 2,000,000 was reached
repeat("12", 999999, x => repeat(x, 999999, flip_x))
