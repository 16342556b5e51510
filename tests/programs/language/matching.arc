# The nearest other object, not the object itself. Of equally near ones, the one with the nearest centre.
# input: 1020003
# expect: 2010002
# input: 300/300/000/102
# expect: 100/100/000/201
input |> paint(input |> objects |> map(o => o |> recolor(o |> nearest(input |> objects) |> color)))
