canvas(1, 5, input |> background) |> plot(range(input |> objects |> filter(o => o == "11/11") |> count) |> map(i => (0, i)), blue)
