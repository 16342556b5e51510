let l = input |> layers |> crop
l |> map(o => o |> center_on(l |> max_by(area))) |> compose |> fill(input |> background)
