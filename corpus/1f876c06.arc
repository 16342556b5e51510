input |> connect_diagonal
