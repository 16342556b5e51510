let b = input |> keep(input |> objects |> find(o => o |> on_edge(input)) |> color) |> crop
input |> objects |> find(s => count(s |> scale(2) |> shape |> fill(red) |> occurrences(b |> shape |> fill(red))) > 0) |> fill(input |> background)
