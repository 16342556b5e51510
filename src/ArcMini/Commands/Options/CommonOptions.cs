using ArcMini.Rendering;
using ArcMini.Solving.Proposing;
using ConsoleAppFramework;

namespace ArcMini.Commands.Options;

/// <summary>The options that every command takes. <see cref="App"/> declares them.</summary>
/// <param name="Model">The model file, null for the default one.</param>
/// <param name="GpuLayers">The number of model layers on the GPU, null for all if there is a GPU backend.</param>
/// <param name="Threads">The number of threads.</param>
/// <param name="Predictions">The number of model samples per task.</param>
/// <param name="Temperature">The temperature of the model samples.</param>
/// <param name="Seed">The seed of all random choices.</param>
/// <param name="TimeLimit">The time limit per task.</param>
/// <param name="MaxCandidates">The most values that the search tries per task.</param>
/// <param name="Memory">The most memory of the process in bytes.</param>
/// <param name="Proposers">The names of the proposers in order; empty for all.</param>
/// <param name="Without">The names of the parts of the search that are switched off.</param>
/// <param name="Json">Whether results are printed as JSON, one object per line.</param>
/// <param name="NoColor">Whether colours are forbidden.</param>
/// <param name="Quiet">Whether only results and errors are printed.</param>
/// <param name="PaletteName">The name of the palette.</param>
/// <param name="Digits">Whether the cells of pictures show the digits of their colours.</param>
internal sealed record CommonOptions(
    string? Model, int? GpuLayers, int Threads, int Predictions, double Temperature, ulong Seed, TimeSpan TimeLimit, long MaxCandidates,
    long Memory, IReadOnlyList<string> Proposers, IReadOnlyList<string> Without, bool Json, bool NoColor, bool Quiet, string PaletteName,
    bool Digits)
{
    private const int MaxThreads = 1024;
    private const long BytesOfMegabyte = 1_000_000;
    private const double MaxSeconds = 20 * 24 * 3600;

    /// <summary>Standard output as these options configure it.</summary>
    public Terminal Terminal => Terminal.Of(NoColor, Palette);

    /// <summary>What the colours look like.</summary>
    public Palette Palette => Palette.All.FirstOrDefault(palette => palette.Name == PaletteName) ?? Palette.Arc;

    /// <summary>The budget of one task.</summary>
    public SolveBudget Budget => new(TimeLimit, Threads, Predictions, MaxCandidates, Seed, Memory);

    /// <summary>The options of the command that runs.</summary>
    public static CommonOptions Of(ConsoleAppContext context) => (CommonOptions)context.GlobalOptions!;

    /// <summary>The options from the given values. -1 layers, 0 threads, 0 candidates, 0 MB and an empty model mean the default.</summary>
    public static CommonOptions From(
        string model, int gpuLayers, int threads, int predictions, double temperature, ulong seed, double timeLimit, long maxCandidates,
        long memory, string proposers, string without, bool json, bool noColor, bool quiet, string palette, bool digits) => new(
            model.Length > 0 ? model : null,
            gpuLayers == -1 ? null : gpuLayers,
            threads == 0 ? Environment.ProcessorCount : threads,
            predictions,
            temperature,
            seed,
            timeLimit > 0 && timeLimit <= MaxSeconds ? TimeSpan.FromSeconds(timeLimit) : TimeSpan.Zero,
            maxCandidates == 0 ? long.MaxValue : maxCandidates,
            memory is 0 or > long.MaxValue / BytesOfMegabyte ? long.MaxValue : memory * BytesOfMegabyte,
            Names(proposers),
            Names(without),
            json,
            noColor,
            quiet,
            palette,
            digits);

    /// <summary>Checks that every value is in its range.</summary>
    /// <exception cref="UsageException">A value is not.</exception>
    public void Check()
    {
        UsageException.ThrowUnless(GpuLayers is null or >= 0, "--gpu-layers", "a number of at least -1");
        UsageException.ThrowUnless(Threads is > 0 and <= MaxThreads, "--threads", $"a number from 0 to {MaxThreads}");
        UsageException.ThrowUnless(Predictions > 0, "--predictions", "a number of at least 1");
        UsageException.ThrowUnless(Temperature is >= 0 and < 100, "--temp", "a number of at least 0 and below 100");
        UsageException.ThrowUnless(TimeLimit > TimeSpan.Zero, "--time-limit", "seconds, above 0 and at most 20 days");
        UsageException.ThrowUnless(
            Memory >= MemoryRoom.Least, "--memory", $"megabytes, 0 or at least {MemoryRoom.Least / BytesOfMegabyte}");
        UsageException.ThrowUnless(MaxCandidates > 0, "--max-candidates", "a number of at least 0");
        if (Without.Except(ProposerFactory.Parts.Split(", ")).FirstOrDefault() is { } unknown)
            throw UsageException.OfUnknown("--without", unknown, ProposerFactory.Parts);
        var palettes = string.Join(" or ", Palette.All.Select(palette => palette.Name));
        UsageException.ThrowUnless(PaletteName == Palette.Name, "--palette", palettes);
    }

    private static string[] Names(string list) => list.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
}
