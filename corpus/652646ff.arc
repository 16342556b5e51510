input |> layers |> filter(o => size(o) > 5) |> map(l => "..11../.1..1./1....1/1....1/.1..1./..11.." |> recolor(l |> color) |> fit(l)) |> by_depth(input) |> fill(input |> background) |> join_y
