using System.Diagnostics;
using System.Text.Json;
using ArcMini.Dsl.Compilation;
using ArcMini.Dsl.Runtime;
using ArcMini.Dsl.Values;

namespace ArcMini.Benchmarks;

/// <summary>
/// Every corpus program on every pair of its task, on one thread: the distribution of the microseconds of one execution, which
/// BenchmarkDotNet cannot give, as each execution is short and the whole is asked for.
/// </summary>
internal static class CorpusMeasurement
{
    private const int Rounds = 30;

    private const int WarmUp = 20;

    /// <summary>Measures and prints; needs ARCMINI_DATA and the corpus folder.</summary>
    public static int Run(string corpus)
    {
        if (Environment.GetEnvironmentVariable("ARCMINI_DATA") is not { Length: > 0 } data)
        {
            Console.Error.WriteLine("set ARCMINI_DATA to the folder that holds arc-agi_training_challenges.json");
            return 2;
        }
        using var tasks = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(data, "arc-agi_training_challenges.json")));
        var sources = Directory.GetFiles(corpus, "*.arc").Order(StringComparer.Ordinal)
            .Select(file => (Id: Path.GetFileNameWithoutExtension(file), Text: File.ReadAllText(file))).ToArray();
        var executions = new List<(CheckedProgram Program, Grid Input)>();
        foreach (var (id, text) in sources)
        {
            var program = CheckedProgram.Compile(text);
            var task = tasks.RootElement.GetProperty(id);
            foreach (var pair in task.GetProperty("train").EnumerateArray().Concat(task.GetProperty("test").EnumerateArray()))
                executions.Add((program, Read(pair.GetProperty("input"))));
        }

        Console.WriteLine($"{sources.Length} programs, {executions.Count} executions, each the median of {Rounds}, one thread");
        var indices = Enumerable.Range(0, executions.Count);
        Measure(executions, "all in turn", Enumerable.Range(-WarmUp, WarmUp + Rounds).SelectMany(round => indices.Select(i => (i, round))));
        Measure(executions, "each again and again", indices.SelectMany(i =>
            Enumerable.Range(-WarmUp, WarmUp + Rounds).Select(round => (i, round))));

        foreach (var (_, text) in sources)
            CheckedProgram.Compile(text);
        var watch = Stopwatch.StartNew();
        var compiled = 0;
        while (watch.Elapsed.TotalSeconds < 2)
            foreach (var (_, text) in sources)
                compiled += CheckedProgram.Compile(text).Bindings.Count >= 0 ? 1 : 0;
        Console.WriteLine($"programs parsed and checked per second: {compiled / watch.Elapsed.TotalSeconds:N0}");
        return 0;
    }

    /// <summary>In turn, an execution finds the caches full of other programs; again and again, of its own.</summary>
    private static void Measure(
        List<(CheckedProgram Program, Grid Input)> executions, string order, IEnumerable<(int Execution, int Round)> schedule)
    {
        var rounds = executions.ConvertAll(_ => new double[Rounds]);
        var run = new Run(new Budget(Limits.Default), 64);
        var (steps, seconds) = (0L, 0.0);
        foreach (var (i, round) in schedule.ToArray())
        {
            var (program, input) = executions[i];
            run.Budget.Reset(Limits.Default);
            var start = Stopwatch.GetTimestamp();
            var outcome = program.Execute(input, run);
            var elapsed = (Stopwatch.GetTimestamp() - start) / (double)Stopwatch.Frequency;
            if (round < 0)
                continue;
            rounds[i][round] = elapsed * 1e6;
            steps += outcome.Steps;
            seconds += elapsed;
        }
        double[] times = [.. rounds.Select(round => round.Order().ElementAt(Rounds / 2)).Order()];
        Console.WriteLine(
            $"{order}: microseconds: median {At(0.5):0.00}, 90th percentile {At(0.9):0.0}, 99th percentile {At(0.99):0.0}; "
            + $"steps per second {steps / seconds:N0}");

        double At(double share) => times[(int)(share * (times.Length - 1))];
    }

    private static Grid Read(JsonElement rows) => Budget.Load(
        rows.GetArrayLength(), rows[0].GetArrayLength(),
        [.. rows.EnumerateArray().SelectMany(row => row.EnumerateArray()).Select(cell => cell.GetByte())]);
}
