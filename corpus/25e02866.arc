input |> shapes |> map(o => o |> backdrop(o |> color)) |> stack
