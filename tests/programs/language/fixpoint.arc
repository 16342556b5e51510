# input: 000/010/000
# expect: 111/111/111
until_stable(input, spread)
