using ArcMini.Dsl.Compilation;
using ArcMini.Dsl.Values;
using ArcMini.Solving.Judging;
using ArcMini.Tasks;

namespace ArcMini.Tests;

/// <summary>Grids, tasks and candidates from texts.</summary>
internal static class Make
{
    /// <summary>The grid that is written so: <c>12/34</c> is 2 rows x 2 columns.</summary>
    public static Grid Grid(string text) => GridText.TryRead(text, out var grid) ? grid : throw new FormatException(text);

    /// <summary>A demonstration pair.</summary>
    public static Pair Pair(string input, string output) => new(Grid(input), Grid(output));

    /// <summary>A task with one test input whose output is not known.</summary>
    public static ArcTask Task(string test, params IEnumerable<(string Input, string Output)> pairs) =>
        new("made", [.. pairs.Select(pair => Pair(pair.Input, pair.Output))], [new(Grid(test), null)]);

    /// <summary>A program that was run on a task.</summary>
    public static Candidate Candidate(
        string program, ArcTask task, double logProbability = -5, string proposer = "test", double doubt = 0) =>
        ArcMini.Solving.Judging.Candidate.Of(new(CheckedProgram.Compile(program), proposer, logProbability, doubt), task, default);

    /// <summary>Offers of these programs for a task.</summary>
    public static Offers Offers(ArcTask task, params string[] programs)
    {
        var offers = new Offers(task);
        foreach (var program in programs)
            offers.Offer(new(CheckedProgram.Compile(program), "test", -5));
        return offers;
    }
}
