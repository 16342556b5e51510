let s = input |> shapes |> sort_by(rightmost)
let c = s |> rare_color |> common_by(c => c)
let l = s |> drop(1) |> fold(s |> take(1), (l, o) => l |> concat([o |> move(minus(plus(l |> last |> points_of(c) |> max_by(col_of), right), o |> points_of(c) |> min_by(col_of)))]))
let k = l |> map(o => o |> recolor(o |> erase(c) |> color)) |> compose
canvas(input |> height, k |> width, input |> background) |> paint(k)
