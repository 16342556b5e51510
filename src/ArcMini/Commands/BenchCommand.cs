using System.Runtime.InteropServices;
using ArcMini.Commands.Benchmarks;
using ArcMini.Commands.Options;
using ArcMini.Synth;
using ConsoleAppFramework;

namespace ArcMini.Commands;

/// <summary><c>arcmini bench</c>.</summary>
internal sealed class BenchCommand
{
    private const int Tasks = 500;
    private const int MaxTokens = 600;
    private const int MaxNodes = 16;

    /// <summary>Measures the parser, the interpreter and the search on one core, and the model if there is one.</summary>
    [Command("bench")]
    public int Bench(ConsoleAppContext context, CancellationToken cancel)
    {
        var options = CommonOptions.Of(context);
        var system = $"{RuntimeInformation.OSDescription}, {RuntimeInformation.FrameworkDescription}";
        Measurement.Print($"machine: {Processor()}, {Environment.ProcessorCount} cores, {system}");
        var limits = new SynthOptions(CoreBenchmarks.Side, MaxTokens, MaxNodes);
        var tasks = new TaskStream((long)options.Seed, 1, limits).Tasks(cancel).Take(Tasks).ToList();
        CoreBenchmarks.Parser(cancel);
        CoreBenchmarks.Interpreter(tasks, cancel);
        CoreBenchmarks.Search(options.Seed, cancel);
        if (ModelFile.TryFind(options.Model) is { } file)
            ModelBenchmark.Run(file, options, tasks[0], cancel);
        return ExitCode.Done;
    }

    private static string Processor()
    {
        const string File = "/proc/cpuinfo";
        const string Unknown = "unknown processor";
        if (!System.IO.File.Exists(File))
            return Unknown;
        var model = System.IO.File.ReadLines(File).FirstOrDefault(line => line.StartsWith("model name", StringComparison.Ordinal));
        return model?.Split(':')[1].Trim() ?? Unknown;
    }
}
