let o = input |> objects4 |> last
input |> map_cells(p => if row_of(p) - top(o) >= abs(col_of(p) - leftmost(o)) then input |> color_at((0, col_of(p))) else grey) |> paint([o])
