input |> panels |> largest
