# fails: 2:1: a grid of -1 x 3 cells is outside 1 x 1 to 120 x 120
canvas(-1, 3, red)
