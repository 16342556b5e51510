using System.Globalization;
using ArcMini.Commands.Options;
using ArcMini.Dsl.Compilation;
using ArcMini.Dsl.Syntax;
using ArcMini.Dsl.Values;
using ArcMini.Tasks;

namespace ArcMini.Commands.CorpusChecks;

/// <summary>The check of one corpus program: a row of the page.</summary>
/// <param name="Id">The id of its task.</param>
internal sealed record ProgramCheck(string Id)
{
    /// <summary>Why the program could not be checked, null where it could.</summary>
    public string? Fault { get; init; }

    /// <summary>The number of nodes of the program.</summary>
    public int Nodes { get; init; }

    /// <summary>The primitives of the program, one entry per call.</summary>
    public string[] Primitives { get; init; } = [];

    /// <summary>Whether the file is in the canonical form.</summary>
    public bool IsCanonical { get; init; }

    /// <summary>How many demonstration pairs the program reproduces.</summary>
    public Share Pairs { get; init; }

    /// <summary>How many test outputs the program reproduces.</summary>
    public Share Tests { get; init; }

    /// <summary>How many generated pairs the program reproduces.</summary>
    public Share Generated { get; init; }

    /// <summary>Whether the program is right on all pairs and tests of the task.</summary>
    public bool IsRight => Fault is null && Pairs.IsWhole && Tests.IsWhole;

    /// <summary>Runs a program on its task and on the pairs generated for that task.</summary>
    /// <param name="file">The program, named by the id of its task.</param>
    /// <param name="tasks">The tasks by id, each with the file of its generated pairs.</param>
    /// <param name="cancel">Stops the runs.</param>
    public static ProgramCheck Of(
        string file, IReadOnlyDictionary<string, (ArcTask Task, string Generated)> tasks, CancellationToken cancel)
    {
        try
        {
            return Of(file, ProgramFile.Compile(file), tasks, cancel);
        }
        catch (DataException fault)
        {
            return new(Path.GetFileNameWithoutExtension(file)) { Fault = fault.Message };
        }
    }

    private static ProgramCheck Of(
        string file, CheckedProgram program, IReadOnlyDictionary<string, (ArcTask Task, string Generated)> tasks, CancellationToken cancel)
    {
        var id = Path.GetFileNameWithoutExtension(file);
        if (!tasks.TryGetValue(id, out var row))
            throw new DataException($"{file}: there is no task {id} in the data folder");
        var (task, generated) = row;
        return new(id)
        {
            Nodes = program.Source.Nodes,
            Primitives = [.. program.Source.Primitives],
            IsCanonical = Printer.Print(program.Source) + "\n" == InputFile.ReadText(file),
            Pairs = Count(program, task.Pairs, cancel),
            Tests = Count(program, task.Tests.Select(test => new Pair(test.Input, test.Output!)), cancel),
            Generated = File.Exists(generated) ? Count(program, TaskLoader.LoadPairs(generated), cancel) : default,
        };
    }

    private static Share Count(CheckedProgram program, IEnumerable<Pair> pairs, CancellationToken cancel)
    {
        var (right, all) = (0, 0);
        foreach (var pair in pairs)
        {
            all++;
            right += pair.Output.Equals(program.Execute(pair.Input, Limits.Default, cancel).Output) ? 1 : 0;
        }
        return new(right, all);
    }
}

/// <summary>How many of all pairs a program reproduces.</summary>
internal readonly record struct Share(int Right, int All)
{
    /// <summary>The percentage of generated pairs from which on a program counts as mostly right.</summary>
    public const int MostPercent = 95;

    /// <summary>Whether it reproduces all.</summary>
    public bool IsWhole => Right == All;

    /// <summary>Whether it reproduces at least <see cref="MostPercent"/> % of them, and there are any.</summary>
    public bool IsMost => All > 0 && Right * 100 >= All * MostPercent;

    /// <inheritdoc/>
    public override string ToString() => All == 0 ? "-" : string.Create(CultureInfo.InvariantCulture, $"{Right}/{All}");
}
