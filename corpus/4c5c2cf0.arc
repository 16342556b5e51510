reflect_about(input, input |> objects |> find(o => symmetric_x(o) and symmetric_y(o)))
