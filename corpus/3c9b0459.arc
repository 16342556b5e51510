input |> rot180
