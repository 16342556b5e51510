let l = input |> layers |> crop
l |> map(o => o |> center_on(l |> first)) |> compose |> fill(input |> background)
