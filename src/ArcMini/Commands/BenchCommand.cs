using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;
using ArcMini.Dsl.Compilation;
using ArcMini.Dsl.Runtime;
using ArcMini.Dsl.Syntax;
using ArcMini.Dsl.Values;
using ArcMini.Model;
using ArcMini.Model.Llama;
using ArcMini.Search;
using ArcMini.Search.Enumeration;
using ArcMini.Search.Grammar;
using ArcMini.Solving.Knowledge;
using ArcMini.Synth;
using ConsoleAppFramework;

namespace ArcMini.Commands;

/// <summary><c>arcmini bench</c>.</summary>
internal sealed class BenchCommand
{
    private const int Tasks = 500;
    private const int Side = 10;
    private static readonly TimeSpan Long = TimeSpan.FromSeconds(3);

    /// <summary>Measures, on one core of this machine: parsing, the interpreter, the search, and the model if there is one.</summary>
    [Command("bench")]
    public int Bench(ConsoleAppContext context, CancellationToken cancel)
    {
        var options = CommonOptions.Of(context);
        Tell($"machine: {Processor()}, {Environment.ProcessorCount} cores, {RuntimeInformation.OSDescription}, {RuntimeInformation.FrameworkDescription}");
        var tasks = new TaskStream((long)options.Seed, 1, new(Side, 600, 16)).Tasks(cancel).Take(Tasks).ToList();
        Parsing(cancel);
        Interpreting(tasks, cancel);
        Searching(options, cancel);
        if (ModelFile.TryFind(options.Model) is { } file)
            Sampling(file, options, tasks[0], cancel);
        return ExitCode.Done;
    }

    private static void Parsing(CancellationToken cancel)
    {
        var sources = Corpus.Programs.Values.Select(program => Printer.Print(program.Source)).ToList();
        var (passes, time) = Repeat(() =>
        {
            foreach (var source in sources)
                Checker.Check(Parser.Parse(source));
        }, cancel);
        Tell($"parse and check: {passes * sources.Count / time.TotalSeconds:N0} programs/s, {passes * sources.Sum(source => (long)source.Length) / time.TotalSeconds / 1e6:F2} MB/s");
    }

    private static void Interpreting(List<SyntheticTask> tasks, CancellationToken cancel)
    {
        var programs = tasks.Select(task => (Program: Checker.Check(task.Program), task.Pairs[0].Input)).ToList();
        var run = new Run(new Budget(Limits.Default), 64);
        var times = new double[programs.Count];
        var steps = 0L;
        var (passes, time) = Repeat(() =>
        {
            for (var i = 0; i < times.Length; i++)
            {
                run.Budget.Reset(Limits.Default);
                var start = Stopwatch.GetTimestamp();
                programs[i].Program.Execute(programs[i].Input, run);
                times[i] = Stopwatch.GetElapsedTime(start).TotalMicroseconds;
                steps += run.Budget.Steps;
            }
        }, cancel);
        Array.Sort(times);
        Tell($"interpreter: {passes * times.Length / time.TotalSeconds:N0} runs/s of synthetic programs, {steps / time.TotalSeconds / 1e6:N0} million steps/s");
        Tell($"interpreter: microseconds a run: median {At(0.5):F1}, 90th percentile {At(0.9):F1}, 99th {At(0.99):F1}");

        double At(double share) => times[(int)(share * (times.Length - 1))];
    }

    /// <summary>A scene of objects on three inputs of 10 x 10 cells, with outputs that no program makes.</summary>
    private static void Searching(CommonOptions options, CancellationToken cancel)
    {
        var dice = new Random((int)options.Seed);
        Grid Draw(int colors) => Budget.Load(Side, Side, [.. Enumerable.Range(0, Side * Side).Select(_ => dice.Next(3) > 0 ? (byte)0 : (byte)dice.Next(colors))]);
        var pairs = Enumerable.Range(0, 3).Select(_ => (Draw(4), Draw(10))).ToList();
        var weights = new ProductionCosts(Corpus.Programs.Values.Select(program => program.Source));
        var report = new Searcher(pairs, [Draw(4)], weights, new SearchBounds(Long, long.MaxValue, long.MaxValue, 1), _ => true, cancel).Run();
        cancel.ThrowIfCancellationRequested();
        Tell($"search: {report.Evaluations / report.Time.TotalSeconds:N0} evaluations/s on grids of {Side} x {Side} (a value on one grid is one evaluation)");
        Tell($"search: {report.Candidates / report.Time.TotalSeconds:N0} candidates/s, {report.Kept:N0} different values kept");
    }

    private static void Sampling(string file, CommonOptions options, SyntheticTask task, CancellationToken cancel)
    {
        using var loaded = LlamaModel.Load(file, options.GpuLayers);
        var model = new ProgramModel(loaded);
        var (asked, samples) = (new ModelOptions(Views: 1, options.Temperature), 0);
        var (passes, time) = Repeat(() => samples = model.Write(task.Train, task.Test.Input, options.Predictions, asked, options.Seed, cancel).Count, cancel);
        Tell($"model: {passes * samples / time.TotalSeconds:N0} programs/s, {samples} samples a prompt of {task.Example.Count} tokens; {loaded.Info.Description}, {loaded.Info.Backend}");
        if (model.Request(task.Train, task.Test.Input, options.Predictions, asked, options.Seed) is not var (prompt, sampling))
            return;
        var first = sampling with { Samples = 1, MaxTokens = 1 };
        var read = Passes(first);
        var whole = Passes(sampling);
        Compared("prompt", prompt.Length, read.Times);
        var (ours, bare) = (Median(read.Times, pass => pass.Ours), Median(read.Times, pass => pass.Bare));
        Compared("generation", whole.Tokens - prompt.Length, [.. whole.Times.Select(pass => (pass.Ours - ours, pass.Bare - bare))]);

        (List<(double Ours, double Bare)> Times, int Tokens) Passes(SamplingOptions options)
        {
            var (recording, times, tokens) = (loaded.Record(prompt, options, cancel), new List<(double Ours, double Bare)>(), 0);
            Repeat(() => times.Add((Seconds(() => loaded.Generate(prompt, options, cancel)), Seconds(() => tokens = loaded.Replay(recording)))), cancel);
            return (times, tokens);
        }
    }

    private static double Seconds(Action action)
    {
        var start = Stopwatch.GetTimestamp();
        action();
        return Stopwatch.GetElapsedTime(start).TotalSeconds;
    }

    /// <summary>The median of passes that each took both times, so that what else the machine does hardly counts.</summary>
    private static void Compared(string what, int tokens, List<(double Ours, double Bare)> passes) =>
        Tell($"model: {what}: {tokens / Median(passes, pass => pass.Ours):N0} tokens/s, {Median(passes, pass => pass.Bare / pass.Ours):P0} of llama.cpp decoding the same batches without grammar and drawing");

    private static double Median(List<(double Ours, double Bare)> passes, Func<(double Ours, double Bare), double> value) =>
        passes.Select(value).Order().ElementAt(passes.Count / 2);

    private static (int Passes, TimeSpan Time) Repeat(Action pass, CancellationToken cancel)
    {
        pass();
        var (passes, clock) = (0, Stopwatch.StartNew());
        while (clock.Elapsed < Long)
        {
            cancel.ThrowIfCancellationRequested();
            pass();
            passes++;
        }
        return (passes, clock.Elapsed);
    }

    private static string Processor() => File.Exists("/proc/cpuinfo")
        ? File.ReadLines("/proc/cpuinfo").FirstOrDefault(line => line.StartsWith("model name", StringComparison.Ordinal))?.Split(':')[1].Trim() ?? "unknown processor"
        : "unknown processor";

    private static void Tell(FormattableString line) => Console.WriteLine(line.ToString(CultureInfo.InvariantCulture));
}
