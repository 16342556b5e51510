input |> layers |> objects |> fold(input, (g, o) => g |> line(o |> first |> anchor(o |> first |> toward(o |> last)), o |> last |> anchor(o |> last |> toward(o |> first)), o |> first |> color))
