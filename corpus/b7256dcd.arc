let m = input |> keep(magenta)
let p = input |> replace(magenta, orange) |> pixels
m |> paint(p |> map(q => m |> paint(q) |> shapes4 |> find(s => s |> has_color(q |> color)) |> recolor(q |> color))) |> mask(m) |> fill(orange)
