input |> paint(input |> objects4 |> filter(o => o |> same_shape("111/1.1/111")) |> map(o => "020/222/020" |> move_to(o |> corner)))
