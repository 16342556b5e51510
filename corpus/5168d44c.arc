let b = largest(objects(input))
let g = remove(input, b)
paint(g, move(b, minus(corner(nth(objects(g), 1)), corner(first(objects(g))))))
