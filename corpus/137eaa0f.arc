let s = shapes(input)
let c = inks(input) |> find(c => s |> all(o => count_color(o, c) == 1))
s |> map(o => move(o, minus((1, 1), first(points_of(o, c))))) |> compose |> fill(background(input))
