using ArcMini.Dsl.Syntax;
using ArcMini.Dsl.Values;
using ArcMini.Search.Grammar;
using ArcMini.Search.Terms;

namespace ArcMini.Search.Learners;

/// <summary>
/// Learns where grids go. It joins a grid with a point or a step that brings it, on every demonstration, to a place where the output has
/// the grid and the input has not: <c>input |> objects |> largest |> move_to(input |> keep(grey) |> crop |> corner)</c>. It also joins
/// the items of a list with a point or step for each item: <c>objects |> map(o => o |> move(o |> toward(wall)))</c>, and one grid with
/// all points of a list: <c>panels |> map(p => key |> move_to(p |> corner))</c>.
/// </summary>
internal sealed class PlacementLearner(LearnerTask task) : ILearner
{
    private const int MaxGrids = 300;
    private const int MaxPoints = 3000;
    private const int MaxPointLists = 500;
    private const ulong HashMultiplier = 0x9E3779B97F4A7C15;

    private static readonly Mover MoveTo = new("move_to", IsStep: false);
    private static readonly Mover[] Movers = [new("move", IsStep: true), MoveTo];

    private readonly Grid[] inputs = task.Inputs;
    private readonly Grid[] outputs = task.Outputs;
    private readonly int needed = OutputEvidence.Needed(task.Outputs);
    private readonly List<MovableGrid> movables = [];
    private readonly List<Term> points = [];
    private readonly List<Term> pointLists = [];

    /// <inheritdoc/>
    public void Learn(Term term, IFindings findings)
    {
        if (!findings.WantsPieces)
            return;
        switch (term)
        {
            case { Type: SearchType.Grid } when movables.Count < MaxGrids && Movable(term) is { } movable:
                movables.Add(movable);
                foreach (var point in points)
                    Join(movable, point, findings);
                foreach (var list in pointLists)
                    JoinAll(movable, list, findings);
                break;
            case { Type: SearchType.Point } when points.Count < MaxPoints:
                points.Add(term);
                foreach (var movable in movables)
                    Join(movable, term, findings);
                break;
            case { Type: SearchType.Points }:
                LearnPoints(term, findings);
                break;
        }
    }

    private void LearnPoints(Term term, IFindings findings)
    {
        if (term.Base is { Type: SearchType.Grids } items)
            foreach (var mover in Movers)
                if (AreRight(mover, items, term))
                    findings.Place(Piece(mover, items, term));
        if (pointLists.Count == MaxPointLists || !HaveSeveral(term))
            return;
        pointLists.Add(term);
        foreach (var movable in movables)
            JoinAll(movable, term, findings);
    }

    /// <summary>Whether lists have two points or more on enough demonstrations.</summary>
    private bool HaveSeveral(Term lists)
    {
        var several = 0;
        for (var i = 0; i < outputs.Length; i++)
            several += lists.Values[i].List.Count > 1 ? 1 : 0;
        return several >= needed;
    }

    /// <summary>A grid with the places where it may go; null where a demonstration has none.</summary>
    private MovableGrid? Movable(Term term)
    {
        var places = new Fit[outputs.Length][];
        for (var i = 0; i < places.Length; i++)
        {
            var (grid, output) = (term.Values[i].Grid, outputs[i]);
            if (grid.Rows > output.Rows || grid.Cols > output.Cols || grid.Area == output.Area)
                return null;
            places[i] = new Fit[output.Area];
            for (var at = 0; at < output.Area; at++)
            {
                var place = new Point(at / output.Cols, at % output.Cols);
                if (PlacedPiece.IsRight(grid, place, inputs[i], output, out var isNew))
                    places[i][at] = isNew ? Fit.New : Fit.Right;
            }
            if (!places[i].Contains(Fit.New))
                return null;
        }
        return new(term, [.. term.Values.Take(outputs.Length).Select(value => value.Grid)], places);
    }

    /// <summary>Moves a grid by a term, unless an earlier term has brought it to the same places.</summary>
    private void Join(MovableGrid movable, Term point, IFindings findings)
    {
        foreach (var mover in Movers)
            if (Reached(mover, movable, point.Values) is { } reached && movable.Reached.Add(reached))
                findings.Place(Piece(mover, movable, point));
    }

    /// <summary>A hash of the places to which points bring a grid; null where one of them is none of its places.</summary>
    private ulong? Reached(Mover mover, MovableGrid movable, Value[] points)
    {
        var reached = 0UL;
        for (var i = 0; i < outputs.Length; i++)
        {
            var place = mover.Place(movable.Grids[i], points[i].Point);
            var at = place.Row * outputs[i].Cols + place.Col;
            if (!outputs[i].Contains(place.Row, place.Col) || movable.Places[i][at] != Fit.New)
                return null;
            reached = (reached + (ulong)at + 1) * HashMultiplier;
        }
        return reached;
    }

    /// <summary>Moves a grid to all points of lists, if it is right at all of them, and new at some on enough demonstrations.</summary>
    private void JoinAll(MovableGrid movable, Term lists, IFindings findings)
    {
        var (newOn, reached) = (0, 0UL);
        for (var i = 0; i < outputs.Length; i++)
        {
            var isNew = false;
            foreach (ref readonly var to in lists.Values[i].List.Span)
            {
                var at = to.Point.Row * outputs[i].Cols + to.Point.Col;
                if (!outputs[i].Contains(to.Point.Row, to.Point.Col) || movable.Places[i][at] == Fit.None)
                    return;
                isNew |= movable.Places[i][at] == Fit.New;
                reached = (reached + (ulong)at + 1) * HashMultiplier;
            }
            newOn += isNew ? 1 : 0;
            reached = (reached + 1) * HashMultiplier;
        }
        if (newOn >= needed && movable.Reached.Add(reached))
            findings.Place(Copies(movable, lists));
    }

    /// <summary>Whether all items are right where their points bring them, and new on enough demonstrations.</summary>
    private bool AreRight(Mover mover, Term items, Term points)
    {
        var newOn = 0;
        for (var i = 0; i < outputs.Length; i++)
        {
            var (grids, to, isNewHere) = (items.Values[i].List, points.Values[i].List, false);
            for (var item = 0; item < grids.Count; item++)
            {
                var place = mover.Place(grids[item].Grid, to[item].Point);
                if (!PlacedPiece.IsRight(grids[item].Grid, place, inputs[i], outputs[i], out var isNew))
                    return false;
                isNewHere |= isNew;
            }
            newOn += isNewHere ? 1 : 0;
        }
        return newOn >= needed;
    }

    // Lambdas stand in methods of their own: in the loops above, each pass would allocate their closures.
    private PlacedPiece Piece(Mover mover, MovableGrid movable, Term point) => new(
        Call.Of(mover.Primitive, movable.Term.Expression, point.Expression),
        movable.Term.Cost + point.Cost + task.Costs.Step(movable.Term.Root, mover.Production),
        [.. movable.Grids.Select((grid, i) => (IReadOnlyList<(Grid, Point)>)[(grid, mover.Place(grid, point.Values[i].Point))])]);

    private PlacedPiece Copies(MovableGrid movable, Term lists) => new(
        Call.Of("map", lists.Base!.Expression, lists.Function(point => Call.Of(MoveTo.Primitive, movable.Term.Expression, point))),
        movable.Term.Cost + lists.Cost + task.Costs.Step(movable.Term.Root, MoveTo.Production),
        [.. movable.Grids.Select((grid, i) => (IReadOnlyList<(Grid, Point)>)
            [.. lists.Values[i].List.Span.ToArray().Select(point => (grid, point.Point))])]);

    private PlacedPiece Piece(Mover mover, Term items, Term points)
    {
        var to = points.Function();
        return new(
            Call.Of("map", items.Expression, to with { Body = Call.Of(mover.Primitive, new Name(to.Parameters[0], default), to.Body) }),
            points.Cost + task.Costs.Step(items.Root, mover.Production),
            [.. outputs.Select((_, i) => Placed(items.Values[i].List, points.Values[i].List))]);

        IReadOnlyList<(Grid, Point)> Placed(Items grids, Items to) =>
            [.. Enumerable.Range(0, grids.Count).Select(item => (grids[item].Grid, mover.Place(grids[item].Grid, to[item].Point)))];
    }

    /// <summary>A primitive that moves a grid.</summary>
    /// <param name="Primitive">Its name.</param>
    /// <param name="IsStep">Whether it takes a step from the grid's place; else it takes the new place.</param>
    private sealed record Mover(string Primitive, bool IsStep)
    {
        public Production Production { get; } = Productions.All.First(production =>
            production.Application == Application.Plain && production.Primitive.Name == Primitive);

        public Point Place(Grid grid, Point point) => IsStep ? new(grid.Row + point.Row, grid.Col + point.Col) : point;
    }

    /// <summary>How a grid fits an output at a place.</summary>
    private enum Fit : byte
    {
        /// <summary>A cell would be wrong.</summary>
        None,

        /// <summary>All cells are right, as they are in the input.</summary>
        Right,

        /// <summary>All cells are right, and one or more are new.</summary>
        New,
    }

    /// <summary>A grid and how it fits the outputs, for each cell on which its top left cell would lie.</summary>
    private sealed record MovableGrid(Term Term, Grid[] Grids, Fit[][] Places)
    {
        /// <summary>Hashes of the places, on all demonstrations together, to which a point has brought the grid.</summary>
        public HashSet<ulong> Reached { get; } = [];
    }
}
