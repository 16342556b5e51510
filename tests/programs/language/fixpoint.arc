# input: 000/010/000
# expect: 111/111/111
repeat(input, 999999, spread)
