input |> blank |> paint(input |> shapes |> map(o => input |> shapes |> largest |> center_on(o)))
