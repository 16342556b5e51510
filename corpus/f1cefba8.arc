let k = keep(input, color_at(input, center(crop(input))))
let r = opening(k, 2)
let p = unmask(k, r)
pixels(p) |> fold(input, (g, o) => g |> beam(o, toward(o, crop(r))) |> beam(o, toward(crop(r), o))) |> paint([p, both(either(extend_x(p), extend_y(p)), r)] |> recolor(color_at(input, corner(crop(input)))))
