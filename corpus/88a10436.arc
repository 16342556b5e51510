let m = input |> shapes |> smallest
input |> remove(m) |> paint(input |> shapes |> largest |> center_on(m))
