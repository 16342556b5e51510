canvas(1, 1, if symmetric_x(input) or symmetric_y(input) then blue else orange)
