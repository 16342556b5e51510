input |> paint(input |> shapes |> map(o => (if o |> is_ink(o |> corner) then "...8/..../..../8..." else "8.../..../..../...8") |> scale(height(o) / 2) |> center_on(o)))
