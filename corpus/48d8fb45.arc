input |> shapes |> find(s => s |> has_color(grey)) |> erase(grey) |> crop |> fill(black)
