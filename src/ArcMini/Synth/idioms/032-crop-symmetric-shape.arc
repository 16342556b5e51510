input |> shapes |> find(symmetric_x) |> fill(black)
