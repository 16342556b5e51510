using System.Diagnostics;
using ArcMini.Dsl.Runtime;
using ArcMini.Dsl.Types;
using ArcMini.Dsl.Values;
using ArcMini.Tasks;

namespace ArcMini.Solving;

/// <summary>Fills the holes of a sketch by trial: colours, truth values, small numbers and sizes, directions and small steps.</summary>
internal static class Filler
{
    private const int LowestNumber = -3;
    private const int HighestNumber = 10;
    private const int LongestStep = 3;

    private static readonly string[] Directions = ["up", "down", "left", "right", "up_left", "up_right", "down_left", "down_right"];

    /// <summary>The first program, in the order of the literals, that reproduces all demonstration pairs; null where none does within the time.</summary>
    /// <param name="file">What errors call the source.</param>
    /// <param name="source">The sketch.</param>
    /// <param name="task">The task.</param>
    /// <param name="time">How long to try.</param>
    /// <param name="cancel">Ends the trial by an exception.</param>
    /// <exception cref="DataException">A hole is of a type that has no literals to try.</exception>
    public static CheckedProgram? Fill(string file, string source, ArcTask task, TimeSpan time, CancellationToken cancel)
    {
        var clock = Stopwatch.StartNew();
        var holes = CheckedProgram.Compile(source).Holes;
        var literals = holes.Select(hole => Literals(file, hole, task)).ToArray();
        var chosen = new int[holes.Count];
        do
        {
            cancel.ThrowIfCancellationRequested();
            var filled = source;
            for (var i = chosen.Length - 1; i >= 0; i--)
                filled = filled.Remove(holes[i].At.Offset, 1).Insert(holes[i].At.Offset, literals[i][chosen[i]]);
            var program = CheckedProgram.Compile(filled);
            if (task.Pairs.All(pair => pair.Output.Equals(program.Execute(pair.Input, Limits.Default, cancel).Output)))
                return program;
        }
        while (clock.Elapsed < time && Advance(chosen, literals));
        return null;
    }

    /// <summary>Goes to the next choice, the last hole fastest; false after the last one.</summary>
    private static bool Advance(int[] chosen, string[][] literals)
    {
        for (var i = chosen.Length - 1; i >= 0; i--)
        {
            if (++chosen[i] < literals[i].Length)
                return true;
            chosen[i] = 0;
        }
        return false;
    }

    private static string[] Literals(string file, HoleNode hole, ArcTask task) =>
        hole.Type == DslType.Color ? [.. Color.Names]
        : hole.Type == DslType.Bool ? ["true", "false"]
        : hole.Type == DslType.Int ? [.. Numbers(task).Select(number => $"{number}")]
        : hole.Type == DslType.Point ? [.. Directions, .. Steps()]
        : throw new DataException($"{file}:{hole.At}: the hole is of type {hole.Type}; only colours, numbers, truth values and points are tried");

    private static IEnumerable<int> Numbers(ArcTask task) => Enumerable.Range(0, HighestNumber + 1)
        .Concat(task.Pairs.SelectMany(pair => new[] { pair.Input.Rows, pair.Input.Cols, pair.Output.Rows, pair.Output.Cols }))
        .Concat(Enumerable.Range(LowestNumber, -LowestNumber))
        .Distinct();

    private static IEnumerable<string> Steps() =>
        from row in Enumerable.Range(-LongestStep, 2 * LongestStep + 1)
        from col in Enumerable.Range(-LongestStep, 2 * LongestStep + 1)
        select $"({row}, {col})";
}
