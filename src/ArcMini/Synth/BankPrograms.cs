using ArcMini.Dsl.Syntax;
using ArcMini.Dsl.Values;
using ArcMini.Search;
using ArcMini.Solving;

namespace ArcMini.Synth;

/// <summary>Programs found by enumeration on the inputs of a task.</summary>
static class BankPrograms
{
    private const int Candidates = 8_192;

    /// <summary>How many programs the weights of one enumeration are counted in: few, so that each has other favourites.</summary>
    private const int Favourites = 40;

    /// <summary>The cheapest expression of each distinct grid that a short enumeration makes of the inputs, in random order.</summary>
    /// <param name="dice">Where all choices come from.</param>
    /// <param name="inputs">The inputs of a task.</param>
    /// <param name="corpus">Programs from which likely steps are learnt.</param>
    public static IEnumerable<Dsl.Syntax.Program> Draw(Dice dice, Grid[] inputs, IReadOnlyList<Dsl.Syntax.Program> corpus)
    {
        var weights = new Weights(dice.Shuffle(corpus).Take(Favourites));
        var recolored = new View(0, [.. dice.Shuffle(Enumerable.Range(0, Color.Count)).Select(color => (byte)color)]);
        var bounds = new Bounds(TimeSpan.MaxValue, Candidates, long.MaxValue, 1);
        var found = Enumeration.Entries(inputs, [.. inputs.Select(recolored.Of)], weights, bounds, CancellationToken.None).Where(entry => entry.Kind == Kind.Grid);
        return dice.Shuffle(found).Select(entry => new Dsl.Syntax.Program([], entry.Expression, []));
    }
}
