input |> blank |> slide(input |> layers |> last |> crop |> center_on(input |> keep(yellow) |> objects |> first), down) |> paint(input |> keep(yellow))
