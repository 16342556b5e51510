repair_symmetry(input)
