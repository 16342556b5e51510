input |> paint(input |> shapes |> map(s => "2.1.2/.212./11211/.212./2.1.2" |> remap([blue, red], s |> inks) |> center_on(s)))
