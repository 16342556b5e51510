using ArcMini.Dsl.Syntax;

namespace ArcMini.Search.Stacking;

/// <summary>
/// A drawing that mends a base if the right cells of it are shown. It has to show all cells of a set, and none of those where it is wrong
/// itself. The target collects conditions on cells until some of them together show such cells.
/// </summary>
/// <param name="Base">The expression of the base.</param>
/// <param name="Drawing">The expression of the drawing. All its cells are visible.</param>
/// <param name="Color">The colour in which the shown cells are painted; null where they keep their own.</param>
/// <param name="Cost">The cost without any condition.</param>
/// <param name="Needed">The cells that have to be shown, on the demonstrations.</param>
/// <param name="Wrong">The cells that must not be shown, on the demonstrations.</param>
/// <param name="IsWhole">Whether the base is right everywhere else. If not, the drawing is only a piece for stacking.</param>
internal sealed record CellTarget(Expr Base, Expr Drawing, byte? Color, int Cost, ulong[] Needed, ulong[] Wrong, bool IsWhole)
{
    private const int MaxSets = 64;
    private const int MaxRules = 3;

    /// <summary>Single conditions, each with the wrong cells that it still shows.</summary>
    private readonly List<ConditionSet> singles = [];

    /// <summary>Conditions two by two: each new one with the earlier one that fits it best.</summary>
    private readonly List<ConditionSet> pairs = [];

    private int rules;

    /// <summary>
    /// Takes a condition into account. Returns it, if need be with one or two earlier ones, once they show all needed cells and no wrong
    /// one; else null. Conditions that cost less have to come first.
    /// </summary>
    public CellCondition[]? Learn(CellCondition condition)
    {
        if (rules == MaxRules || !CellMask.IsWithin(Needed, condition.Cells))
            return null;
        var single = new ConditionSet([condition], CellMask.Intersection(Wrong, condition.Cells));
        if (Complete(single) is not { } complete)
            return null;
        rules++;
        return complete;
    }

    /// <summary>The expression of the cells of the drawing for which all conditions hold.</summary>
    public Expr Shown(IEnumerable<CellCondition> conditions)
    {
        var shown = conditions.Aggregate(Drawing, (expr, condition) => condition.Of(expr));
        return Color is { } color ? Call.Of("recolor", shown, new ColorLiteral(color, default)) : shown;
    }

    /// <summary>
    /// Completes a condition with earlier ones; null where none fit. Then it is kept for later ones, unless an earlier one shows no wrong
    /// cell that it does not show.
    /// </summary>
    private CellCondition[]? Complete(ConditionSet single)
    {
        if (CellMask.IsEmpty(single.Wrong))
            return single.Conditions;
        var (nearest, least) = ((ConditionSet?)null, int.MaxValue);
        foreach (var other in singles)
        {
            var common = CellMask.CountInCommon(other.Wrong, single.Wrong);
            if (common == 0)
                return [.. other.Conditions, .. single.Conditions];
            if (CellMask.IsWithin(other.Wrong, single.Wrong))
                return null;
            if (common < least)
                (nearest, least) = (other, common);
        }
        foreach (var pair in pairs)
            if (CellMask.AreDisjoint(pair.Wrong, single.Wrong))
                return [.. pair.Conditions, .. single.Conditions];
        if (nearest is not null)
            AddPair(new([.. nearest.Conditions, .. single.Conditions], CellMask.Intersection(nearest.Wrong, single.Wrong)));
        if (singles.Count < MaxSets)
            singles.Add(single);
        return null;
    }

    private void AddPair(ConditionSet pair)
    {
        if (pairs.Count < MaxSets && !pairs.Exists(other => CellMask.IsWithin(other.Wrong, pair.Wrong)))
            pairs.Add(pair);
    }

    /// <summary>Conditions with the wrong cells for which all of them hold.</summary>
    private sealed record ConditionSet(CellCondition[] Conditions, ulong[] Wrong);
}
