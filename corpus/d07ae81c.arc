let d = input |> denoise
let p = input |> unmask(input |> agree(d))
let e = p |> extend_diagonal
input |> paint(d |> colors |> map(c => e |> mask(d |> keep(c)) |> recolor(p |> mask(d |> keep(c)) |> color)))
