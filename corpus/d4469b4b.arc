if input |> has_color(red) then "555/050/050" else if input |> has_color(blue) then "050/555/050" else "005/005/555"
