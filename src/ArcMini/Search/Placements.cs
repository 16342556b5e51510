using System.Collections;
using ArcMini.Dsl.Syntax;
using ArcMini.Dsl.Values;

namespace ArcMini.Search;

/// <summary>
/// Learns from the outputs where grids go: joins a grid with a point or step that on every demonstration brings it to where the output has it and the input has not,
/// <c>input |> objects |> largest |> move_to(input |> keep(grey) |> crop |> corner)</c>, and the items of a list with theirs, <c>objects |> map(o => o |> move(o |> toward(wall)))</c>.
/// </summary>
internal sealed class Placements(IReadOnlyList<Grid> inputs, IReadOnlyList<Grid> outputs, Weights weights)
{
    private const int MaxGrids = 300;
    private const int MaxPoints = 3000;

    private static readonly Move[] Ways = [.. Moves.All.Where(move => move is { Form: Form.Plain, Primitive.Name: "move_to" or "move" })];

    private readonly int needed = Evidence.Needed(outputs);
    private readonly List<Placeable> placeables = [];
    private readonly List<Entry> points = [];

    /// <summary>The drawings that a new entry makes possible.</summary>
    public IEnumerable<Drawing> Of(Entry entry)
    {
        switch (entry)
        {
            case { Kind: Kind.Grid } when placeables.Count < MaxGrids && Places(entry) is { } placeable:
                placeables.Add(placeable);
                return points.SelectMany(point => Drawings(placeable, point));
            case { Kind: Kind.Point } when points.Count < MaxPoints:
                points.Add(entry);
                return placeables.SelectMany(placeable => Drawings(placeable, entry));
            case { Kind: Kind.Points, Base: { Kind: Kind.Grids } items }:
                return Ways.Where(way => AllStand(way, items, entry)).Select(way => Draw(way, items, entry));
            default:
                return [];
        }
    }

    /// <summary>A grid with the places where it may go; null where there are none on some demonstration.</summary>
    private Placeable? Places(Entry entry)
    {
        Grid[] grids = [.. entry.Values.Take(outputs.Count).Select(value => value.Grid)];
        var places = new BitArray[outputs.Count];
        for (var i = 0; i < places.Length; i++)
        {
            var (grid, output) = (grids[i], outputs[i]);
            if (grid.Rows > output.Rows || grid.Cols > output.Cols || grid.Area == output.Area)
                return null;
            places[i] = new(output.Area);
            for (var at = 0; at < output.Area; at++)
                places[i][at] = Drawing.Stands(grid, new(at / output.Cols, at % output.Cols), inputs[i], output, out var isNew) && isNew;
            if (!places[i].HasAnySet())
                return null;
        }
        return new(entry, grids, places);
    }

    private IEnumerable<Drawing> Drawings(Placeable placeable, Entry point)
    {
        foreach (var way in Ways)
            if (IsPlace(way, placeable, point))
                yield return new(
                    Call.Of(way.Primitive.Name, placeable.Entry.Expression, point.Expression),
                    placeable.Entry.Cost + point.Cost + weights.Step(placeable.Entry.Root, way),
                    [.. placeable.Grids.Select((grid, i) => (IReadOnlyList<(Grid, Point)>)[(grid, Place(way, grid, point.Values[i].Point))])]);
    }

    private bool IsPlace(Move way, Placeable placeable, Entry point)
    {
        for (var i = 0; i < outputs.Count; i++)
        {
            var place = Place(way, placeable.Grids[i], point.Values[i].Point);
            if (!outputs[i].Contains(place.Row, place.Col) || !placeable.Places[i][place.Row * outputs[i].Cols + place.Col])
                return false;
        }
        return true;
    }

    private bool AllStand(Move way, Entry items, Entry points)
    {
        var helped = 0;
        for (var i = 0; i < outputs.Count; i++)
        {
            var (grids, to, isNewHere) = (items.Values[i].List, points.Values[i].List, false);
            for (var item = 0; item < grids.Count; item++)
            {
                if (!Drawing.Stands(grids[item].Grid, Place(way, grids[item].Grid, to[item].Point), inputs[i], outputs[i], out var isNew))
                    return false;
                isNewHere |= isNew;
            }
            helped += isNewHere ? 1 : 0;
        }
        return helped >= needed;
    }

    private Drawing Draw(Move way, Entry items, Entry points)
    {
        var to = points.Function();
        return new(
            Call.Of("map", items.Expression, to with { Body = Call.Of(way.Primitive.Name, new Name(to.Parameters[0], default), to.Body) }),
            points.Cost + weights.Step(items.Root, way),
            [.. outputs.Select((_, i) => (IReadOnlyList<(Grid, Point)>)[.. Enumerable.Range(0, items.Values[i].List.Count).Select(item => items.Values[i].List[item].Grid is var grid ? (grid, Place(way, grid, points.Values[i].List[item].Point)) : default)])]);
    }

    /// <summary>Where a grid comes to, by a point or a step.</summary>
    private static Point Place(Move way, Grid grid, Point point) => way.Primitive.Name == "move" ? new(grid.Row + point.Row, grid.Col + point.Col) : point;

    /// <summary>A grid with the places of an output at which it stands anew, one bit for each of the output's cells.</summary>
    private sealed record Placeable(Entry Entry, Grid[] Grids, BitArray[] Places);
}
