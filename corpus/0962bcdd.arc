input |> paint(input |> shapes |> map(s => "1.2.1/.121./22122/.121./1.2.1" |> remap([blue, red], [s |> rare_color, s |> color]) |> center_on(s)))
