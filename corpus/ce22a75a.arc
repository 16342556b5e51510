input |> stamp("111/111/111", input |> points)
