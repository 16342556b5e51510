# input: 12/34
# fails: 3:1: it was not stable after 100 times
until_stable(input, flip_x)
