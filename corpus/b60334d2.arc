input |> paint_alone(input |> pixels |> map(o => "515/1.1/515" |> replace(grey, o |> color) |> center_on(o)))
