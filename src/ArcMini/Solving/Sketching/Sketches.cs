using ArcMini.Dsl.Syntax;
using ArcMini.Solving.Proposing;

namespace ArcMini.Solving.Sketching;

/// <summary>A program with holes in the place of some literals, in one position of the task.</summary>
/// <param name="Sketch">The program, for the task in that position.</param>
/// <param name="Turn">The position, by its place in <see cref="View.Turns"/>.</param>
/// <param name="LogProbability">Natural log of how probable it is that it is right with some literals.</param>
internal readonly record struct RankedSketch(ArcProgram Sketch, int Turn, double LogProbability);

/// <summary>
/// What programs written for views of a task have in common with others: each also stands for those with other literals in the place
/// of one or two of its own, and for the same in another position. Many programs share a shape, and it is as probable as they are
/// together.
/// </summary>
internal sealed class Sketches
{
    private const int MostHoles = 2;

    /// <summary>How many literals of a program are considered, the first ones.</summary>
    private const int MostLiterals = 12;

    /// <summary>How probable another position is, and other literals in each place, where the program as it was written is 1.</summary>
    private const double Elsewhere = 0.05, Otherwise = 0.1;

    private readonly Dictionary<(string Text, int Turn), (ArcProgram Sketch, double Probability)> shapes = [];

    /// <summary>All shapes, the most probable first.</summary>
    public IEnumerable<RankedSketch> Likeliest => shapes.OrderByDescending(shape => shape.Value.Probability)
        .Select(shape => new RankedSketch(shape.Value.Sketch, shape.Key.Turn, Math.Log(shape.Value.Probability)));

    /// <summary>Adds the shapes of a program.</summary>
    /// <param name="program">The program, in the colours of the task.</param>
    /// <param name="turn">The position that it was written for.</param>
    /// <param name="probability">How probable it is.</param>
    public void Add(ArcProgram program, int turn, double probability)
    {
        foreach (var sketch in Of(program).DistinctBy(sketch => sketch.Text))
            for (var position = 0; position < View.Turns; position++)
            {
                var before = shapes.GetValueOrDefault((sketch.Text, position)).Probability;
                shapes[(sketch.Text, position)] = (sketch.Program, before + probability * (position == turn ? 1 : Elsewhere) * Math.Pow(Otherwise, sketch.Taken));
            }
    }

    /// <summary>The program without any, one or two of its literals, as far as there are not more holes then than are filled.</summary>
    private static IEnumerable<(ArcProgram Program, string Text, int Taken)> Of(ArcProgram program)
    {
        var literals = Math.Min(program.All().Count(expr => Without(expr) is not null), MostLiterals);
        for (var first = -1; first < literals; first++)
            for (var second = -1; second < Math.Max(first, 0); second++)
            {
                var next = 0;
                var sketch = program.Rewrite(expr => Without(expr) is { } without && next++ is var i && (i == first || i == second) ? without : expr);
                var holes = sketch.All().Count(expr => expr is Hole);
                if (holes <= MostHoles)
                    yield return (sketch, sketch.ToString(), (first >= 0 ? 1 : 0) + (second >= 0 ? 1 : 0));
            }
    }

    /// <summary>A hole for a literal, a map of colours with holes for its two lists; null for what is neither.</summary>
    private static Expr? Without(Expr expr) => expr switch
    {
        IntLiteral or ColorLiteral or BoolLiteral or PointLiteral => new Hole(default),
        Call { Function: "remap", Arguments: [var grid, ListLiteral, ListLiteral] } map => map with { Arguments = [grid, new Hole(default), new Hole(default)] },
        _ => null,
    };
}
