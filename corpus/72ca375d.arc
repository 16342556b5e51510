input |> shapes |> find(symmetric_x) |> fill(input |> background)
