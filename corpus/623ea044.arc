input |> extend_diagonal
