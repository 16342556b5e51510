input |> paint(input |> shapes4 |> map(o => o |> rot270 |> paint(o |> rot90 |> mask(".1./1.1/.1."))))
