using ArcMini.Dsl.Syntax;
using ArcMini.Dsl.Values;
using ArcMini.Search.Grammar;
using ArcMini.Search.Learners;
using ArcMini.Search.Terms;

namespace ArcMini.Search.Stacking;

/// <summary>
/// Learns from the outputs where grids go: joins a grid with a point or step that on every demonstration brings it to where the output has it and the input has not,
/// <c>input |> objects |> largest |> move_to(input |> keep(grey) |> crop |> corner)</c>, and the items of a list with theirs, <c>objects |> map(o => o |> move(o |> toward(wall)))</c>.
/// </summary>
internal sealed class PlacementLearner(Grid[] inputs, Grid[] outputs, ProductionCosts weights)
{
    private const int MaxGrids = 300;
    private const int MaxPoints = 3000;

    private static readonly PlacementPrimitive[] Ways = [new("move", IsStep: true), new("move_to", IsStep: false)];

    private readonly int needed = OutputEvidence.Needed(outputs);
    private readonly List<Placeable> placeables = [];
    private readonly List<Term> points = [];

    /// <summary>The drawings that a new entry makes possible.</summary>
    public IReadOnlyList<PlacedPiece> Of(Term entry)
    {
        switch (entry)
        {
            case { Type: SearchType.Grid } when placeables.Count < MaxGrids && Places(entry) is { } placeable:
                placeables.Add(placeable);
                return Drawings([placeable], points);
            case { Type: SearchType.Point } when points.Count < MaxPoints:
                points.Add(entry);
                return Drawings(placeables, [entry]);
            case { Type: SearchType.Points, Base: { Type: SearchType.Grids } items }:
                return [.. Ways.Where(way => AllStand(way, items, entry)).Select(way => Draw(way, items, entry))];
            default:
                return [];
        }
    }

    /// <summary>A grid with the places where it may go; null where there are none on some demonstration.</summary>
    private Placeable? Places(Term entry)
    {
        var places = new bool[outputs.Length][];
        for (var i = 0; i < places.Length; i++)
        {
            var (grid, output) = (entry.Values[i].Grid, outputs[i]);
            if (grid.Rows > output.Rows || grid.Cols > output.Cols || grid.Area == output.Area)
                return null;
            places[i] = new bool[output.Area];
            for (var at = 0; at < output.Area; at++)
                places[i][at] = PlacedPiece.Stands(grid, new(at / output.Cols, at % output.Cols), inputs[i], output, out var isNew) && isNew;
            if (!places[i].Contains(true))
                return null;
        }
        return new(entry, [.. entry.Values.Take(outputs.Length).Select(value => value.Grid)], places);
    }

    /// <summary>The drawings of some grids, each at those of some points that are places of it and where it was not drawn yet.</summary>
    private List<PlacedPiece> Drawings(List<Placeable> placeables, List<Term> points)
    {
        var drawings = new List<PlacedPiece>();
        foreach (var placeable in placeables)
            foreach (var point in points)
                foreach (var way in Ways)
                    if (Reached(way, placeable, point.Values) is { } reached && placeable.Reached.Add(reached))
                        drawings.Add(Draw(way, placeable, point));
        return drawings;
    }

    // Not in the loops above: what a lambda captures is an object, made for each pair whether it is drawn or not.
    private PlacedPiece Draw(PlacementPrimitive way, Placeable placeable, Term point) => new(
        Call.Of(way.Primitive, placeable.Entry.Expression, point.Expression),
        placeable.Entry.Cost + point.Cost + weights.Step(placeable.Entry.Root, way.Move),
        [.. placeable.Grids.Select((grid, i) => (IReadOnlyList<(Grid, Point)>)[(grid, way.Place(grid, point.Values[i].Point))])]);

    /// <summary>A hash of where points bring a grid on the demonstrations; null where one of them brings it to none of its places.</summary>
    private ulong? Reached(PlacementPrimitive way, Placeable placeable, Value[] points)
    {
        var reached = 0UL;
        for (var i = 0; i < outputs.Length; i++)
        {
            var place = way.Place(placeable.Grids[i], points[i].Point);
            var at = place.Row * outputs[i].Cols + place.Col;
            if (!outputs[i].Contains(place.Row, place.Col) || !placeable.Places[i][at])
                return null;
            reached = (reached + (ulong)at + 1) * 0x9E3779B97F4A7C15;
        }
        return reached;
    }

    private bool AllStand(PlacementPrimitive way, Term items, Term points)
    {
        var helped = 0;
        for (var i = 0; i < outputs.Length; i++)
        {
            var (grids, to, isNewHere) = (items.Values[i].List, points.Values[i].List, false);
            for (var item = 0; item < grids.Count; item++)
            {
                if (!PlacedPiece.Stands(grids[item].Grid, way.Place(grids[item].Grid, to[item].Point), inputs[i], outputs[i], out var isNew))
                    return false;
                isNewHere |= isNew;
            }
            helped += isNewHere ? 1 : 0;
        }
        return helped >= needed;
    }

    private PlacedPiece Draw(PlacementPrimitive way, Term items, Term points)
    {
        var to = points.Function();
        return new(
            Call.Of("map", items.Expression, to with { Body = Call.Of(way.Primitive, new Name(to.Parameters[0], default), to.Body) }),
            points.Cost + weights.Step(items.Root, way.Move),
            [.. outputs.Select((_, i) => Placed(items.Values[i].List, points.Values[i].List))]);

        IReadOnlyList<(Grid, Point)> Placed(Items grids, Items to) =>
            [.. Enumerable.Range(0, grids.Count).Select(item => (grids[item].Grid, way.Place(grids[item].Grid, to[item].Point)))];
    }

    /// <summary>A primitive that brings a grid to a place.</summary>
    /// <param name="Primitive">Its name.</param>
    /// <param name="IsStep">Whether what it is given is a step from where the grid is.</param>
    private sealed record PlacementPrimitive(string Primitive, bool IsStep)
    {
        public Production Move { get; } = Productions.All.First(move => move.Application == Application.Plain && move.Primitive.Name == Primitive);

        public Point Place(Grid grid, Point point) => IsStep ? new(grid.Row + point.Row, grid.Col + point.Col) : point;
    }

    /// <summary>A grid with the places of an output at which it stands anew, one for each of the output's cells.</summary>
    private sealed record Placeable(Term Entry, Grid[] Grids, bool[][] Places)
    {
        /// <summary>Hashes of the places on all demonstrations to which a point has brought it.</summary>
        public HashSet<ulong> Reached { get; } = [];
    }
}
