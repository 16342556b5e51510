# An object moves as a whole, stops before ink that is not moved, and on an object that has stopped.
# input: 01100/01200/00200/00000/03000
# expect: 00000/00000/01100/01200/03200
# Nothing below: the lower object falls first, and the upper one falls onto it.
# input: 11/00/22/00/00
# expect: 00/00/00/11/22
input |> slide(input |> objects |> reject(o => color(o) == green), down)
