input |> symmetrize
