input |> reflect_about(input |> objects |> find(o => o |> same_shape("0.0/.0./0.0")))
