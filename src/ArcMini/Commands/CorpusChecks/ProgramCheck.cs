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

    /// <summary>Runs a program on its training task and on the pairs generated for that task.</summary>
    /// <param name="file">The program, named by the id of its task.</param>
    /// <param name="tasks">The training tasks by id.</param>
    /// <param name="generated">The folder of generated pairs.</param>
    /// <param name="cancel">Stops the runs.</param>
    public static ProgramCheck Of(string file, IReadOnlyDictionary<string, ArcTask> tasks, string generated, CancellationToken cancel)
    {
        var id = Path.GetFileNameWithoutExtension(file);
        try
        {
            return Of(file, ProgramFile.Compile(file), tasks.GetValueOrDefault(id), generated, cancel);
        }
        catch (DataException fault)
        {
            return new(id) { Fault = fault.Message };
        }
    }

    private static ProgramCheck Of(string file, CheckedProgram program, ArcTask? task, string generated, CancellationToken cancel)
    {
        var id = Path.GetFileNameWithoutExtension(file);
        if (task is null)
            throw new DataException($"{file}: there is no training task {id}");
        var generatedFile = Path.Combine(generated, $"{id}.json");
        return new(id)
        {
            Nodes = program.Source.Nodes,
            Primitives = [.. program.Source.Primitives],
            IsCanonical = Printer.Print(program.Source) + "\n" == InputFile.ReadText(file),
            Pairs = Count(program, task.Pairs, cancel),
            Tests = Count(program, task.Tests.Select(test => new Pair(test.Input, test.Output!)), cancel),
            Generated = File.Exists(generatedFile) ? Count(program, TaskLoader.LoadPairs(generatedFile), cancel) : default,
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
