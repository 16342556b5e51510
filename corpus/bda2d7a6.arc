let c = input |> regions |> color |> distinct
input |> remap(c, [c |> last] |> concat(c |> take(count(c) - 1)))
