using ArcMini.Rendering;
using ArcMini.Solving.Proposing;
using ConsoleAppFramework;

namespace ArcMini.Commands;

/// <summary>The flags that every command takes; <see cref="App"/> declares them.</summary>
/// <param name="Model">The model file, null for the default one.</param>
/// <param name="GpuLayers">Layers to put on the GPU, null for all if there is a GPU backend.</param>
/// <param name="Threads">Threads to use.</param>
/// <param name="Predictions">Model samples per task.</param>
/// <param name="Temperature">The temperature that samples are drawn at.</param>
/// <param name="Seed">The seed of everything drawn by chance.</param>
/// <param name="TimeLimit">The time for a task.</param>
/// <param name="MaxCandidates">The values that the search tries for a task at most.</param>
/// <param name="Proposers">The names of the proposers to ask, in order; none for all there are.</param>
/// <param name="Json">Whether results are JSON, an object a line.</param>
/// <param name="NoColor">Whether colours are forbidden.</param>
/// <param name="Quiet">Whether only results and errors are written.</param>
internal sealed record CommonOptions(
    string? Model, int? GpuLayers, int Threads, int Predictions, double Temperature, ulong Seed, TimeSpan TimeLimit, long MaxCandidates,
    IReadOnlyList<string> Proposers, bool Json, bool NoColor, bool Quiet)
{
    private const double MaxSeconds = 20 * 24 * 3600;

    /// <summary>The options of the command being run.</summary>
    public static CommonOptions Of(ConsoleAppContext context) => (CommonOptions)context.GlobalOptions!;

    /// <summary>Standard output as these options want it used.</summary>
    public Terminal Terminal => Terminal.Of(NoColor);

    /// <summary>What one task may cost.</summary>
    public SolveBudget Effort => new(TimeLimit, Threads, Predictions, MaxCandidates, Seed);

    /// <summary>The options of the flags as written, where -1 layers, 0 threads, 0 candidates and an empty model stand for the default.</summary>
    public static CommonOptions From(
        string model, int gpuLayers, int threads, int predictions, double temperature, ulong seed, double timeLimit, long maxCandidates,
        string proposers, bool json, bool noColor, bool quiet) =>
        new(model.Length > 0 ? model : null, gpuLayers == -1 ? null : gpuLayers, threads == 0 ? Environment.ProcessorCount : threads, predictions, temperature, seed,
            timeLimit > 0 && timeLimit <= MaxSeconds ? TimeSpan.FromSeconds(timeLimit) : TimeSpan.Zero, maxCandidates == 0 ? long.MaxValue : maxCandidates,
            proposers.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries), json, noColor, quiet);

    /// <summary>Fails where a value is out of its range.</summary>
    /// <exception cref="UsageException">One is.</exception>
    public void Check()
    {
        Expect(GpuLayers is null or >= 0, "--gpu-layers", "a number from -1 on");
        Expect(Threads > 0, "--threads", "a number from 0 on");
        Expect(Predictions > 0, "--predictions", "a number from 1 on");
        Expect(Temperature is >= 0 and < 100, "--temp", "a number from 0 to under 100");
        Expect(TimeLimit > TimeSpan.Zero, "--time-limit", "seconds, over 0 and at most 20 days");
        Expect(MaxCandidates > 0, "--max-candidates", "a number from 0 on");
    }

    private static void Expect(bool holds, string flag, string expected)
    {
        if (!holds)
            throw new UsageException($"{flag}: expected {expected}");
    }
}
