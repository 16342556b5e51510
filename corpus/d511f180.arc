input |> swap(grey, cyan)
