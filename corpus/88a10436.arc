input |> paint_alone(input |> shapes |> map(o => input |> shapes |> largest |> center_on(o)))
