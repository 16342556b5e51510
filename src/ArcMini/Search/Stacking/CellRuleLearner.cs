using ArcMini.Dsl.Syntax;
using ArcMini.Dsl.Values;
using ArcMini.Search.Grammar;
using ArcMini.Search.Learners;
using ArcMini.Search.Terms;

namespace ArcMini.Search.Stacking;

/// <summary>
/// Where the outputs have the size of the inputs, learns which cells change from what other grids have at the same cell:
/// <c>input |> paint(input |> repair_tiling |> mask(input |> keep(black)))</c>. A rule has a base, a drawing (another grid, or one colour)
/// and up to three conditions on the cells where the drawing is shown.
/// </summary>
internal sealed class CellRuleLearner : ILearner
{
    private const int MaxConditions = 6_000;
    private const int MaxTargets = 60;
    private const int MaxPartials = 100;
    private const int ColorCost = 18;
    private const int LayerCost = 20;
    private const int UnmaskCost = 15;

    /// <summary>The cost of choosing a condition by what the outputs show.</summary>
    private const int ChoiceCost = 20;

    private static readonly Name Input = new("input", default);

    private readonly LearnerTask task;
    private readonly int needed;
    private readonly FrameCells cells;
    private readonly ulong[] all;

    /// <summary>The cells where the output differs from the input.</summary>
    private readonly ulong[] changed = [];

    /// <summary>The colour of the ink of masks. It is not the background of any input. Black where there is no such colour.</summary>
    private readonly byte ink;

    /// <summary>Whether there are cell rules to learn: the size stays, and there is a colour for masks.</summary>
    private readonly bool isOn;

    /// <summary>The masks of places and neighbours. Each comes in when the search has reached its cost.</summary>
    private readonly Queue<Term> placeMasks = [];

    /// <summary>Grids that are right on half of the cells or more, or on all that change. Each has its right and its wrong cells.</summary>
    private readonly List<(Term Term, ulong[] Right, ulong[] Wrong)> partials = [];

    private readonly List<CellTarget> targets = [];
    private readonly List<CellCondition> conditions = [];

    /// <summary>Hashes of the masks, the partly right grids and the targets that were seen.</summary>
    private readonly HashSet<ulong> known = [];

    /// <summary>A learner for a task.</summary>
    public CellRuleLearner(LearnerTask task)
    {
        this.task = task;
        needed = OutputEvidence.Needed(task.Outputs);
        cells = new(new([.. task.Inputs.Select(input => (input.Rows, input.Cols))], null), task.Outputs);
        all = cells.All[..cells.DemonstrationWords];
        known.Add(CellMask.HashOf(cells.NewMask()));
        known.Add(CellMask.HashOf(cells.All));
        var backgrounds = task.Inputs.Select(input => input.Backdrop).ToHashSet();
        ink = Enumerable.Range(1, Color.Count - 1).Select(color => (byte)color).FirstOrDefault(color => !backgrounds.Contains(color));
        isOn = task.KeepsSize && ink != 0;
        if (!isOn)
            return;
        placeMasks = new(PlaceMasks.Of(task.Inputs, ink));
        var (_, right, colors) = Draw(task.Inputs);
        changed = CellMask.Without(all, right);
        AddParts(colors);
    }

    /// <inheritdoc/>
    public void Learn(Term term, IFindings findings)
    {
        if (!isOn || conditions.Count >= MaxConditions)
            return;
        while (placeMasks.TryPeek(out var mask) && mask.Cost <= term.Cost)
            LearnGrid(placeMasks.Dequeue(), findings);
        if (term.Type == SearchType.Grid)
            LearnGrid(term, findings);
        else if (term.Type == SearchType.Grids)
            LearnItems(term, findings);
    }

    /// <summary>
    /// Takes a grid of the input's size as masks: its ink, and each of its colours. If it lies where the input does, it may also be a base
    /// or a drawing.
    /// </summary>
    private void LearnGrid(Term term, IFindings findings)
    {
        for (var i = 0; i < task.Inputs.Length; i++)
            if (!term.Values[i].Grid.IsSizeOf(task.Inputs[i]))
                return;
        Grid[] grids = [.. term.Values.Select(value => value.Grid)];
        var (inked, right, colors) = Draw(grids);
        if (partials.Count < MaxPartials && Array.TrueForAll(grids, grid => grid is { Row: 0, Col: 0 }))
            LearnPartial(term, right, findings);
        var cost = term.Cost + task.Costs.Of("mask") + ChoiceCost;
        if (known.Add(CellMask.HashOf(inked)))
            LearnMask(term.Expression, cost, inked, findings);
        for (byte color = 0; color < Color.Count; color++)
            if (colors[color] is { } here && known.Add(CellMask.HashOf(here)))
            {
                var kept = Call.Of("keep", term.Expression, new ColorLiteral(color, default));
                LearnMask(kept, cost + task.Costs.Of("keep") + ColorCost, here, findings);
            }
    }

    /// <summary>Takes the items of a list together as a mask: the cells of objects, or whole rows and other parts.</summary>
    private void LearnItems(Term term, IFindings findings)
    {
        var drawn = cells.NewDrawn();
        var areObjects = true;
        for (var i = 0; i < task.Inputs.Length; i++)
            foreach (ref readonly var item in term.Values[i].List.Span)
            {
                cells.Draw(i, item.Grid, atOrigin: false, drawn);
                areObjects &= item.Grid.Backdrop == Grid.Transparent;
            }
        if (!known.Add(CellMask.HashOf(drawn.Visible)))
            return;
        var painted = Call.Of(areObjects ? "recolor" : "solid", term.Expression, new ColorLiteral(ink, default));
        var cost = term.Cost + ChoiceCost + ColorCost + new[] { "recolor", "blank", "paint", "mask" }.Sum(task.Costs.Of);
        LearnMask(Call.Of("paint", Call.Of("blank", Input), painted), cost, drawn.Visible, findings);
    }

    /// <summary>Takes the two conditions that a mask makes.</summary>
    private void LearnMask(Expr mask, int cost, ulong[] inked, IFindings findings)
    {
        CellCondition[] both =
            [new(mask, true, cost, inked), new(mask, false, cost + UnmaskCost, CellMask.Without(cells.All, inked))];
        foreach (var condition in both)
        {
            conditions.Add(condition);
            foreach (var target in targets)
                Learn(target, condition, findings);
        }
    }

    /// <summary>Takes a grid as a base for the drawings, and as a drawing for the bases.</summary>
    private void LearnPartial(Term term, ulong[] right, IFindings findings)
    {
        var wrong = CellMask.Without(all, right);
        var isPartial = CellMask.CountOf(right) >= CellMask.CountOf(wrong) || CellMask.IsWithin(changed, right);
        if (!isPartial || !known.Add(CellMask.HashOf(right)))
            return;
        foreach (var other in partials)
        {
            var cost = term.Cost + other.Term.Cost + LayerCost;
            if (CellMask.IsWithin(wrong, other.Right))
                Start(new(term.Expression, other.Term.Expression, null, cost, wrong, other.Wrong, IsWhole: true), findings);
            if (CellMask.IsWithin(other.Wrong, right))
                Start(new(other.Term.Expression, term.Expression, null, cost, other.Wrong, wrong, IsWhole: true), findings);
        }
        partials.Add((term, right, wrong));
        for (byte color = 0; color < Color.Count; color++)
            if (cells.OfColor(color) is var wanted && CellMask.IsWithin(wrong, wanted))
                Start(Painted(term.Expression, term.Cost, color, wrong, wanted, isWhole: true), findings);
    }

    /// <summary>
    /// Adds the targets that paint a part of what changes on the input: the cells that take one colour, or that change from one colour to
    /// one other.
    /// </summary>
    private void AddParts(ulong[]?[] colors)
    {
        for (byte color = 0; color < Color.Count; color++)
        {
            var wanted = cells.OfColor(color);
            var taken = CellMask.Intersection(changed, wanted);
            foreach (var part in colors.OfType<ulong[]>().Prepend(all))
                Add(Painted(Input, 0, color, CellMask.Intersection(taken, part), wanted, isWhole: false));
        }
    }

    private CellTarget Painted(Expr below, int cost, byte color, ulong[] needs, ulong[] wanted, bool isWhole) => new(
        below, Input, color, cost + task.Costs.Of("recolor") + ColorCost + LayerCost, needs, CellMask.Without(all, wanted), isWhole);

    private void Start(CellTarget target, IFindings findings)
    {
        if (Add(target))
            foreach (var condition in conditions)
                Learn(target, condition, findings);
    }

    /// <summary>Adds a target that is at work on enough demonstrations, unless another one is the same; whether it was added.</summary>
    private bool Add(CellTarget target)
    {
        var seen = Enumerable.Range(0, task.Outputs.Length).Count(i => cells.Of(target.Needed, i).ContainsAnyExcept(0UL));
        var isNew = targets.Count < MaxTargets
            && seen >= needed
            && known.Add(CellMask.HashOf(target.Wrong, CellMask.HashOf(target.Needed)));
        if (isNew)
            targets.Add(target);
        return isNew;
    }

    /// <summary>Tells a target a condition, and reports the rule that it then makes, if it is at work on every test too.</summary>
    private void Learn(CellTarget target, CellCondition condition, IFindings findings)
    {
        if (target.Learn(condition) is not { } rule)
            return;
        var shown = rule.Select(next => next.Cells).Aggregate(CellMask.Intersection);
        for (var test = task.Outputs.Length; test < task.Inputs.Length; test++)
            if (!cells.Of(shown, test).ContainsAnyExcept(0UL))
                return;
        var (drawing, cost) = (target.Shown(rule), target.Cost + rule.Sum(next => next.Cost));
        if (target.IsWhole)
            findings.Solve(new(Call.Of("paint", target.Base, drawing), cost));
        else
            findings.Place(new(drawing, cost, [.. task.Outputs.Select((output, i) => Cut(output, shown, i))]));
    }

    /// <summary>The cells of an output that are in a mask, as a piece.</summary>
    private IReadOnlyList<(Grid, Point)> Cut(Grid output, ulong[] mask, int index)
    {
        var here = cells.Of(mask, index).ToArray();
        var cut = output.Cells.ToArray();
        for (var at = 0; at < cut.Length; at++)
            if ((here[at >> 6] >> at & 1) == 0)
                cut[at] = Grid.Transparent;
        return [(Budget.Load(output.Rows, output.Cols, cut), default)];
    }

    /// <summary>The ink of some grids, their right cells, and the cells of each colour that is there.</summary>
    private (ulong[] Inked, ulong[] Right, ulong[]?[] Colors) Draw(Grid[] grids)
    {
        var drawn = cells.NewDrawn();
        var colors = new ulong[]?[Grid.Transparent + 1];
        for (var i = 0; i < grids.Length; i++)
        {
            cells.Draw(i, grids[i], atOrigin: true, drawn);
            cells.MarkColors(i, grids[i], colors);
        }
        return (drawn.Ink, drawn.Right, colors);
    }
}
