let p = input |> panels
let t = p |> reject(q => q |> has_color(black)) |> largest
input |> paint(p |> filter(q => q |> has_color(black)) |> map(q => t |> move_to(q |> corner)))
