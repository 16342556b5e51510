namespace ArcMini.Synth;

/// <summary>How often a primitive is drawn, relative to 1 for most. Primitives that ARC tasks often need have high weights.</summary>
internal static class PrimitiveWeights
{
    private static readonly Dictionary<string, double> Weights = Read(
        (8, "paint map filter objects"),
        (5, "max_by min_by shapes recolor odd_by"),
        (4, "objects4 panels largest smallest split_x split_y sort_by regions holes"),
        (3, "common_by reject cut crop move pixels spaces box solid find replace first last nth compose join_x join_y size color area"),
        (3, "is_square has_color"),
        (2, "both either only exclusive neither mask unmask count count_color height width shape same_shape inside on_edge approach halo"),
        (2, "fill swap paint_under remove"),
        (0.3, "fold distance reverse zip_with abs mod div times backdrop blank ink point plus minus length index_of range move_to"),
        (0.1, "remap not and or without concat flatten"));

    /// <summary>The weight of a primitive.</summary>
    public static double Of(string name) => Weights.GetValueOrDefault(name, 1);

    private static Dictionary<string, double> Read(params (double Weight, string Names)[] rows) =>
        rows.SelectMany(row => row.Names.Split(' ').Select(name => (name, row.Weight))).ToDictionary();
}
