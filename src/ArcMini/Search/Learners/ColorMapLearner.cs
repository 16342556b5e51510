using ArcMini.Dsl.Syntax;
using ArcMini.Dsl.Values;
using ArcMini.Search.Grammar;
using ArcMini.Search.Terms;

namespace ArcMini.Search.Learners;

/// <summary>Where a value has the outputs' shapes in other colours, the colours that each of its own stands for: <c>value |> remap([red], [blue])</c>.</summary>
internal sealed class ColorMapLearner(Grid[] outputs)
{
    private const byte Unseen = 255;
    private const int StepCost = 25;
    private const int ColorCost = 12;

    /// <summary>On how many demonstrations a colour that changes has to be seen, on average: on one alone, it may become anything.</summary>
    private const double Sightings = 1.5;

    /// <summary>The program that recolours a new entry into the outputs, with its cost; null where one colour would have to become two, or a test has others.</summary>
    public (Expr Expression, int Cost)? Of(Term entry)
    {
        if (entry.Type != SearchType.Grid)
            return null;
        Span<byte> becomes = stackalloc byte[Grid.Transparent + 1];
        becomes.Fill(Unseen);
        for (var i = 0; i < outputs.Length; i++)
        {
            var (made, wanted) = (entry.Values[i].Grid, outputs[i]);
            if (!made.IsSizeOf(wanted))
                return null;
            for (var at = 0; at < made.Area; at++)
                if (becomes[made.Cells[at]] == Unseen)
                    becomes[made.Cells[at]] = wanted.Cells[at];
                else if (becomes[made.Cells[at]] != wanted.Cells[at])
                    return null;
        }
        if (becomes[Grid.Transparent] != Unseen || becomes.Contains(Grid.Transparent))
            return null;
        foreach (var test in entry.Values.AsSpan(outputs.Length))
            foreach (var cell in test.Grid.Cells)
                if (becomes[cell] == Unseen)
                    return null;
        var (from, to, seen) = (new List<Expr>(), new List<Expr>(), 0);
        for (byte color = 0; color < Color.Count; color++)
            if (becomes[color] != Unseen && becomes[color] != color)
            {
                foreach (var shown in entry.Values.AsSpan(0, outputs.Length))
                    seen += shown.Grid.Cells.Contains(color) ? 1 : 0;
                from.Add(new ColorLiteral(color, default));
                to.Add(new ColorLiteral(becomes[color], default));
            }
        return from.Count == 0 || (outputs.Length > 1 && seen < Sightings * from.Count) ? null
            : (new Call("remap", [entry.Expression, new ListLiteral([.. from], default), new ListLiteral([.. to], default)], default), entry.Cost + StepCost + ColorCost * from.Count);
    }
}
