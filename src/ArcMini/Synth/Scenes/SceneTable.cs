using ArcMini.Randomness;

namespace ArcMini.Synth.Scenes;

/// <summary>The kinds of scenes that are the inputs of synthetic tasks.</summary>
internal static class SceneTable
{
    /// <summary>All kinds, each as likely as its weight.</summary>
    public static WeightedChoice<Scene> All { get; } = new(
    [
        new("noise", 8, PatternScenes.Noise, Set(
            "gravity denoise spread connect_x connect_y roll rot90 flip_x flip_y transpose replace swap")),
        new("pattern", 8, PatternScenes.Pattern, Set(
            "mirror_x mirror_y tile scale kron stretch rot90 rot180 flip_x beside above transpose")),
        new("objects", 20, ObjectScenes.Objects, Set(
            "objects objects4 shapes largest smallest max_by min_by filter paint recolor crop cut map move sort_by odd_by remove")),
        new("copies", 6, ObjectScenes.Copies, Set(
            "objects odd_by common_by filter same_shape largest paint")),
        new("pixels", 7, ObjectScenes.Pixels, Set(
            "pixels connect connect_x connect_y connect_diagonal ray line paint beam shoot halo points points_of spread")),
        new("lines", 5, ObjectScenes.Lines, Set(
            "spaces regions objects rows cols fill_nearest color gravity")),
        new("rectangles", 6, ObjectScenes.Rectangles, Set(
            "objects crop box solid shrink largest smallest is_solid cut fill regions")),
        new("enclosed", 8, ObjectScenes.Enclosed, Set(
            "fill_holes holes spaces inside paint objects halo box cut")),
        new("panels", 9, PatternScenes.Panels, Set(
            "panels split_x split_y both either only exclusive neither mask unmask compose first last nth tiles odd_by left_half right_half"
            + " top_half")),
        new("halves", 7, PatternScenes.Halves, Set(
            "left_half right_half top_half bottom_half both either only exclusive neither overlay mask split_x split_y")),
        new("tiling", 6, PatternScenes.Tiling, Set(
            "unit complete_tiling tile_to tiles replace")),
        new("symmetric", 6, PatternScenes.Symmetric, Set(
            "complete_symmetry symmetrize left_half top_half cut")),
        new("framed", 5, ObjectScenes.Framed, Set(
            "shrink crop border frame take_top take_left part objects cut backdrop")),
        new("blocks", 6, PatternScenes.Blocks, Set(
            "downscale dedupe scale crop")),
        new("fallen", 6, ObjectScenes.Fallen, Set(
            "gravity approach move toward shift move_to repeat")),
        new("rays", 5, ObjectScenes.Seeds, Set(
            "beam shoot ray paint gravity paint_where color_at")),
    ], scene => scene.Weight);

    private static HashSet<string> Set(string names) => [.. names.Split(' ')];
}
