let m = input |> keep(magenta)
let p = input |> replace(magenta, orange) |> pixels
m |> paint(p |> map(p => m |> paint(p) |> shapes4 |> find(s => s |> has_color(p |> color)) |> recolor(p |> color))) |> mask(m) |> fill(orange)
