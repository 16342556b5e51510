using ArcMini.Dsl.Syntax;
using ArcMini.Dsl.Values;
using ArcMini.Randomness;
using ArcMini.Search.Enumeration;
using ArcMini.Search.Grammar;
using ArcMini.Solving.Proposing;

namespace ArcMini.Synth;

/// <summary>Programs found by enumeration on the inputs of a task.</summary>
internal static class BankPrograms
{
    private const int Candidates = 8_192;

    /// <summary>How many programs the weights of one enumeration are counted in: few, so that each has other favourites.</summary>
    private const int Favourites = 40;

    /// <summary>The cheapest expression of each distinct grid that a short enumeration makes of the inputs, in random order.</summary>
    /// <param name="dice">Where all choices come from.</param>
    /// <param name="inputs">The inputs of a task.</param>
    /// <param name="corpus">Programs from which likely steps are learnt.</param>
    public static IEnumerable<ArcProgram> Draw(SeededRandom dice, Grid[] inputs, IReadOnlyList<ArcProgram> corpus)
    {
        var weights = new ProductionCosts(dice.Shuffle(corpus).Take(Favourites));
        var recolored = new View(0, [.. dice.Shuffle(Enumerable.Range(0, Color.Count)).Select(color => (byte)color)]);
        var bounds = new SearchBounds(TimeSpan.MaxValue, Candidates, long.MaxValue, 1);
        var found = Enumerator.Terms(inputs, [.. inputs.Select(recolored.Of)], weights, bounds, CancellationToken.None).Where(entry => entry.Type == SearchType.Grid);
        return dice.Shuffle(found).Select(entry => new ArcProgram([], entry.Expression, []));
    }
}
