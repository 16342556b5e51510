using ArcMini.Dsl.Compilation;
using ArcMini.Dsl.Syntax;
using ArcMini.Dsl.Values;
using ArcMini.Tasks;

namespace ArcMini.Solving.Proposing;

/// <summary>
/// A view that turns or mirrors each pair of a task on its own, so that a condition holds for the input: its fullest side is at the top.
/// Where pairs do the same in different directions, they do it in one direction then. The program for the task itself is
/// <c>input |> turned(view => condition, view => program)</c>.
/// </summary>
/// <param name="Condition">The condition, an expression over <c>input</c>.</param>
/// <param name="Pairs">The position of each pair.</param>
/// <param name="Tests">The position of each test.</param>
internal sealed record UprightView(Expr Condition, EquatableList<View> Pairs, EquatableList<View> Tests) : ITaskView
{
    /// <summary>A condition is no use if it holds for more positions of an input than this, on average. There are eight.</summary>
    private const int MaxPositions = 2;

    /// <summary>The most pairs and tests together. Real tasks have fewer, and each is looked at in eight positions.</summary>
    private const int MaxInputs = 20;

    /// <summary>The positions in the order in which <c>turned</c> tries them, each as a <see cref="View.Turn"/>.</summary>
    private static readonly View[] Positions = [.. new[] { 0, 6, 3, 7, 4, 1, 5, 2 }.Select(turn => View.Plain with { Turn = turn })];

    private static readonly CheckedProgram[] Conditions =
    [
        .. new[]
        {
            Extreme("max_of", "size(take_top({0}, 1))"),
            Extreme("min_of", "size(top_half({0}))"),
            Extreme("max_of", "size(top_half({0}))"),
            "height(crop(input)) > width(crop(input))",
            "all(objects(input), o => bottom(o) == height(input) - 1)",
            "is_ink(input, (0, 0))",
            "color_at(input, (0, 0)) != color_at(input, down)",
        }.Select(CheckedProgram.CompileAny),
    ];

    /// <summary>For each colour, the condition that more of it than in any other position lies in the upper half.</summary>
    private static readonly CheckedProgram[] ConditionsOfColors =
        [.. Color.Names.Select(color => CheckedProgram.CompileAny(Extreme("max_of", $"count_color(top_half({{0}}), {color})")))];

    /// <summary>
    /// The views of a task that turn its pairs in different ways, those first whose condition tells the position best. Views that turn all
    /// pairs and tests alike are one.
    /// </summary>
    public static IEnumerable<UprightView> AllOf(ArcTask task)
    {
        Grid[] inputs = [.. task.Pairs.Select(pair => pair.Input), .. task.Tests.Select(test => test.Input)];
        if (inputs.Length > MaxInputs)
            return [];
        var conditions = Conditions.Concat(ConditionsOfColors.Where((_, color) => inputs.All(input => input.Cells.Contains((byte)color))));
        return conditions.Select(condition => (condition, Positions: inputs.Select(input => PositionsOf(input, condition)).ToList()))
            .Where(row => row.Positions.All(positions => positions.Count > 0))
            .Where(row => row.Positions.Average(positions => positions.Count) <= MaxPositions)
            .OrderBy(row => row.Positions.Sum(positions => positions.Count))
            .Select(row => new UprightView(
                row.condition.Source.Result,
                [.. row.Positions.Take(task.Pairs.Count).Select(positions => positions[0])],
                [.. row.Positions.Skip(task.Pairs.Count).Select(positions => positions[0])]))
            .Where(view => view.Pairs.Distinct().Count() > 1)
            .DistinctBy(view => (view.Pairs, view.Tests));
    }

    /// <inheritdoc/>
    public ArcTask Of(ArcTask task) => new(
        task.Id,
        [.. task.Pairs.Zip(Pairs, (pair, view) => new Pair(view.Of(pair.Input), view.Of(pair.Output)))],
        [.. task.Tests.Zip(Tests, (test, view) => new TestInput(view.Of(test.Input), test.Output is { } output ? view.Of(output) : null))]);

    /// <inheritdoc/>
    /// <remarks>The program stands in a function then. So it may have no <c>let</c>.</remarks>
    public ArcProgram Undo(ArcProgram program)
    {
        var name = View.UnusedName(program);
        return new([], Call.Of("turned", new Name("input", default), Function(Condition), Function(program.Result)), program.Comments);

        Lambda Function(Expr body) =>
            new([name], body.Rewrite(expr => expr is Name { Text: "input" } ? new Name(name, default) : expr), default);
    }

    /// <summary>The condition that a number of the grid is the greatest, or the least, of all positions.</summary>
    private static string Extreme(string primitive, string number) =>
        $"{number.Replace("{0}", "input")} == {primitive}(map(orientations(input), h => {number.Replace("{0}", "h")}))";

    private static List<View> PositionsOf(Grid input, CheckedProgram condition) =>
        [.. Positions.Where(view => condition.Execute(view.Of(input), Limits.Default).Result is { IsFailed: false, Bool: true })];
}
