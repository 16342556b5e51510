input |> paint_alone(input |> pixels |> map(o => "3.6/.../8.7" |> center_on(o)))
