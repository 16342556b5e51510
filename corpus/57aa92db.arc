let k = input |> inks |> find(c => input |> shapes |> all(o => o |> has_color(c)))
let s = input |> shapes |> max_by(o => size(o) / count_color(o, k))
input |> paint(input |> shapes |> map(p => s |> replace(s |> erase(k) |> color, p |> erase(k) |> color) |> scale(p |> keep(k) |> crop |> height) |> fit(p)))
