using ArcMini.Dsl.Syntax;
using ArcMini.Dsl.Values;
using ArcMini.Search.Grammar;
using ArcMini.Search.Terms;

namespace ArcMini.Search.Learners;

/// <summary>
/// Where a term differs from the outputs only in its colours, and each colour always becomes the same other colour, maps the colours:
/// <c>term |> remap([red], [blue])</c>.
/// </summary>
internal sealed class ColorMapLearner(LearnerTask task) : ILearner
{
    private const byte Unseen = 255;
    private const int StepCost = 25;
    private const int ColorCost = 12;

    /// <summary>
    /// The mean number of demonstrations on which a colour that changes has to be seen. Seen on one alone, a colour can become anything.
    /// </summary>
    private const double NeededSightings = 1.5;

    private readonly Grid[] outputs = task.Outputs;

    /// <inheritdoc/>
    public void Learn(Term term, IFindings findings)
    {
        if (term.Type != SearchType.Grid)
            return;
        Span<byte> map = stackalloc byte[Grid.Transparent + 1];
        if (!TryMap(term, map) || !CoversTests(term, map))
            return;
        var (from, to, sightings) = (new List<Expr>(), new List<Expr>(), 0);
        for (byte color = 0; color < Color.Count; color++)
            if (map[color] != Unseen && map[color] != color)
            {
                foreach (var demonstration in term.Values.AsSpan(0, outputs.Length))
                    sightings += demonstration.Grid.Cells.Contains(color) ? 1 : 0;
                from.Add(new ColorLiteral(color, default));
                to.Add(new ColorLiteral(map[color], default));
            }
        if (from.Count == 0 || (outputs.Length > 1 && sightings < NeededSightings * from.Count))
            return;
        var remapped = Call.Of("remap", term.Expression, new ListLiteral([.. from], default), new ListLiteral([.. to], default));
        findings.Solve(new(remapped, term.Cost + StepCost + ColorCost * from.Count));
    }

    /// <summary>Fills in what each colour becomes; false where one colour becomes two, and where a cell is transparent.</summary>
    private bool TryMap(Term term, Span<byte> map)
    {
        map.Fill(Unseen);
        for (var i = 0; i < outputs.Length; i++)
        {
            var (made, wanted) = (term.Values[i].Grid, outputs[i]);
            if (!made.IsSizeOf(wanted))
                return false;
            for (var at = 0; at < made.Area; at++)
                if (map[made.Cells[at]] == Unseen)
                    map[made.Cells[at]] = wanted.Cells[at];
                else if (map[made.Cells[at]] != wanted.Cells[at])
                    return false;
        }
        return map[Grid.Transparent] == Unseen && !map.Contains(Grid.Transparent);
    }

    /// <summary>Whether the demonstrations tell what every colour of the tests becomes.</summary>
    private bool CoversTests(Term term, ReadOnlySpan<byte> map)
    {
        foreach (var test in term.Values.AsSpan(outputs.Length))
            foreach (var cell in test.Grid.Cells)
                if (map[cell] == Unseen)
                    return false;
        return true;
    }
}
