# limit: limit
repeat([input], 40, x => concat(x, x)) |> first
