input |> paint(input |> erode |> halo(yellow))
