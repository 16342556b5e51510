using ArcMini.Dsl.Syntax;
using ArcMini.Solving.Proposing;

namespace ArcMini.Solving.Sketching;

/// <summary>
/// The sketches of programs that a model wrote for views of a task. Each program gives several sketches: itself, and itself with holes in
/// the place of one or two of its literals, in each position of the task. Many programs give the same sketch; its probability is the sum
/// of what they give it.
/// </summary>
internal sealed class Sketches
{
    /// <summary>The most holes of a sketch.</summary>
    private const int MaxHoles = 2;

    /// <summary>Only so many literals of a program, the first ones, are replaced by holes.</summary>
    private const int MaxLiterals = 12;

    /// <summary>The probability of a program in another position than that it was written for, relative to 1 for the latter.</summary>
    private const double OtherPosition = 0.05;

    /// <summary>The probability of another literal in one place, relative to 1 for the literal that was written.</summary>
    private const double OtherLiteral = 0.1;

    private readonly Dictionary<(string Text, int Turn), (ArcProgram Program, double Probability)> sketches = [];

    /// <summary>All sketches, the most probable first.</summary>
    public IEnumerable<ScoredSketch> Likeliest => sketches.OrderByDescending(sketch => sketch.Value.Probability)
        .Select(sketch => new ScoredSketch(sketch.Value.Program, sketch.Key.Turn, Math.Log(sketch.Value.Probability)));

    /// <summary>Adds the sketches of a program.</summary>
    /// <param name="program">The program, in the colours of the task.</param>
    /// <param name="turn">The position that it was written for.</param>
    /// <param name="probability">Its probability.</param>
    public void Add(ArcProgram program, int turn, double probability)
    {
        foreach (var (sketch, text, replaced) in Of(program).DistinctBy(sketch => sketch.Text))
            for (var position = 0; position < View.Turns; position++)
            {
                var before = sketches.GetValueOrDefault((text, position)).Probability;
                var here = probability * (position == turn ? 1 : OtherPosition) * Math.Pow(OtherLiteral, replaced);
                sketches[(text, position)] = (sketch, before + here);
            }
    }

    /// <summary>
    /// The program with none, one or two of its literals replaced by holes; only those with at most <see cref="MaxHoles"/> holes.
    /// <c>Replaced</c> is the number of literals replaced.
    /// </summary>
    private static IEnumerable<(ArcProgram Program, string Text, int Replaced)> Of(ArcProgram program)
    {
        var literals = Math.Min(program.All().Count(expr => WithHoles(expr) is not null), MaxLiterals);
        for (var first = -1; first < literals; first++)
            for (var second = -1; second < Math.Max(first, 0); second++)
            {
                var next = 0;
                var sketch = program.Rewrite(expr =>
                    WithHoles(expr) is { } open && next++ is var i && (i == first || i == second) ? open : expr);
                if (sketch.All().Count(expr => expr is Hole) <= MaxHoles)
                    yield return (sketch, sketch.ToString(), (first >= 0 ? 1 : 0) + (second >= 0 ? 1 : 0));
            }
    }

    /// <summary>A hole for a literal; for a map of colours, the map with holes for its two lists; null for everything else.</summary>
    private static Expr? WithHoles(Expr expr) => expr switch
    {
        IntLiteral or ColorLiteral or BoolLiteral or PointLiteral => new Hole(default),
        Call { Function: "remap", Arguments: [var grid, ListLiteral, ListLiteral] } map =>
            map with { Arguments = [grid, new Hole(default), new Hole(default)] },
        _ => null,
    };
}
