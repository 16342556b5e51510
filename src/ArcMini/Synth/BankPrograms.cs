using ArcMini.Dsl.Syntax;
using ArcMini.Dsl.Values;
using ArcMini.Randomness;
using ArcMini.Search.Enumeration;
using ArcMini.Search.Grammar;
using ArcMini.Solving.Proposing;

namespace ArcMini.Synth;

/// <summary>Programs that the search enumerates on the inputs of a task.</summary>
internal static class BankPrograms
{
    /// <summary>The candidates of one enumeration.</summary>
    private const int Candidates = 8_192;

    /// <summary>
    /// The number of programs in which the costs of one enumeration are counted. It is small, so that each enumeration prefers other
    /// primitives.
    /// </summary>
    private const int CountedPrograms = 40;

    /// <summary>For each different grid that a short enumeration makes from the inputs, its cheapest expression; in random order.</summary>
    /// <param name="random">The generator of all random choices.</param>
    /// <param name="inputs">The inputs of a task.</param>
    /// <param name="corpus">The programs of which some are drawn to count the costs of productions in.</param>
    public static IEnumerable<ArcProgram> Draw(SeededRandom random, Grid[] inputs, IReadOnlyList<ArcProgram> corpus)
    {
        var costs = new ProductionCosts(random.Shuffle(corpus).Take(CountedPrograms));
        var recolored = new View(0, [.. random.Shuffle(Enumerable.Range(0, Color.Count)).Select(color => (byte)color)]);
        var bounds = new SearchBounds(TimeSpan.MaxValue, Candidates, long.MaxValue);
        var terms = Enumerator.Terms(inputs, [.. inputs.Select(recolored.Of)], costs, bounds, CancellationToken.None);
        return random.Shuffle(terms.Where(term => term.Type == SearchType.Grid)).Select(term => new ArcProgram([], term.Expression, []));
    }
}
