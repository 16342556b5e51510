input |> reflect_about(input |> objects |> find(o => symmetric_x(o) and symmetric_y(o)))
