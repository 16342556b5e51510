using ArcMini.Dsl.Syntax;

namespace ArcMini.Solving.Sketching;

/// <summary>For each primitive that can be undone, a call that makes its first argument from its result.</summary>
internal static class StageInverses
{
    /// <summary>The key is the primitive; the values are made from its result and its other arguments.</summary>
    private static readonly Dictionary<string, Func<Expr, Expr[], Call>> Inverses = new()
    {
        ["flip_x"] = (g, _) => Call("flip_x", g),
        ["flip_y"] = (g, _) => Call("flip_y", g),
        ["rot90"] = (g, _) => Call("rot270", g),
        ["rot180"] = (g, _) => Call("rot180", g),
        ["rot270"] = (g, _) => Call("rot90", g),
        ["transpose"] = (g, _) => Call("transpose", g),
        ["antitranspose"] = (g, _) => Call("antitranspose", g),
        ["mirror_x"] = (g, _) => Call("left_half", g),
        ["mirror_y"] = (g, _) => Call("top_half", g),
        ["tile"] = (g, rest) => Call("first", Call("split_x", Call("first", Call("split_y", g, rest[0])), rest[1])),
        ["scale"] = (g, rest) => Call("subsample", g, rest[0]),
        ["frame"] = (g, _) => Call("shrink", g),
        ["roll"] = (g, rest) => Call("roll", g, Call("times", rest[0], new IntLiteral(-1, default))),
        ["swap"] = (g, rest) => Call("swap", g, rest[0], rest[1]),
        ["remap"] = (g, rest) => Call("remap", g, rest[1], rest[0]),
        ["replace"] = (g, rest) => Call("erase", g, rest[1]),
        ["fill"] = (g, rest) => Call("erase", g, rest[0]),
    };

    /// <summary>
    /// The call that undoes a stage; null if the stage cannot be undone. Its grid is transparent where the result of the stage does not
    /// determine the cell.
    /// </summary>
    /// <param name="primitive">The primitive of the stage.</param>
    /// <param name="result">The stage's result.</param>
    /// <param name="rest">The stage's arguments after the first.</param>
    public static Call? Of(string primitive, Expr result, Expr[] rest) =>
        Inverses.TryGetValue(primitive, out var inverse) ? inverse(result, rest) : null;

    private static Call Call(string primitive, params Expr[] arguments) => new(primitive, [.. arguments], default);
}
