input |> turned(g => height(g |> crop) > width(g |> crop), g => g |> paint("44444/4...4/8...8/88888" |> remap([yellow, cyan], g |> pixels |> color) |> center_on(g |> crop)) |> connect_y)
