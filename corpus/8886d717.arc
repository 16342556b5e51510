let d = input |> toward(input |> keep(maroon) |> crop)
let p = input |> points_of(cyan)
input |> plot(p |> filter(q => near4(input, q, red) > 1), red) |> plot(p |> filter(q => near4(input, q, red) < 2) |> map(q => plus(q, d)), cyan)
