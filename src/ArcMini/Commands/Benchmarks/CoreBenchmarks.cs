using ArcMini.Dsl.Compilation;
using ArcMini.Dsl.Runtime;
using ArcMini.Dsl.Syntax;
using ArcMini.Dsl.Values;
using ArcMini.Search;
using ArcMini.Search.Enumeration;
using ArcMini.Search.Grammar;
using ArcMini.Solving.Knowledge;
using ArcMini.Synth;

namespace ArcMini.Commands.Benchmarks;

/// <summary>Measures the parser, the interpreter and the search on one core.</summary>
internal static class CoreBenchmarks
{
    /// <summary>The longest side of the grids, in cells.</summary>
    public const int Side = 10;

    /// <summary>Measures parsing and type-checking of the corpus.</summary>
    public static void Parser(CancellationToken cancel)
    {
        var sources = Corpus.Programs.Values.Select(program => Printer.Print(program.Source)).ToList();
        var (passes, time) = Measurement.Repeat(() =>
        {
            foreach (var source in sources)
                Checker.Check(Dsl.Syntax.Parser.Parse(source));
        }, cancel);
        var programs = passes * sources.Count / time.TotalSeconds;
        var megabytes = passes * sources.Sum(source => (long)source.Length) / time.TotalSeconds / 1e6;
        Measurement.Print($"parse and check: {programs:N0} programs/s, {megabytes:F2} MB/s");
    }

    /// <summary>Measures runs of synthetic programs.</summary>
    public static void Interpreter(IReadOnlyList<SyntheticTask> tasks, CancellationToken cancel)
    {
        var programs = tasks.Select(task => (Program: Checker.Check(task.Program), task.Pairs[0].Input)).ToList();
        var run = new Run(new Budget(Limits.Default), 64);
        var microseconds = new double[programs.Count];
        var steps = 0L;
        var (passes, time) = Measurement.Repeat(() =>
        {
            for (var i = 0; i < microseconds.Length; i++)
            {
                var (program, input) = programs[i];
                run.Budget.Reset(Limits.Default);
                microseconds[i] = 1e6 * Measurement.Seconds(() => program.Execute(input, run));
                steps += run.Budget.Steps;
            }
        }, cancel);
        Array.Sort(microseconds);
        var (runs, millions) = (passes * microseconds.Length / time.TotalSeconds, steps / time.TotalSeconds / 1e6);
        Measurement.Print($"interpreter: {runs:N0} runs/s of synthetic programs, {millions:N0} million steps/s");
        Measurement.Print(
            $"interpreter: microseconds a run: median {Quantile(0.5):F1}, 90th percentile {Quantile(0.9):F1}, 99th {Quantile(0.99):F1}");

        double Quantile(double share) => microseconds[(int)(share * (microseconds.Length - 1))];
    }

    /// <summary>Measures the search on three random pairs of 10 x 10 cells, whose outputs no program makes.</summary>
    public static void Search(ulong seed, CancellationToken cancel)
    {
        var random = new Random((int)seed);
        var pairs = Enumerable.Range(0, 3).Select(_ => (Draw(4), Draw(10))).ToList();
        var costs = new ProductionCosts(Corpus.Programs.Values.Select(program => program.Source));
        var bounds = new SearchBounds(Measurement.Duration, long.MaxValue, long.MaxValue);
        var report = new Searcher(pairs, [Draw(4)], costs, bounds, [], (_, _) => true, cancel).Run();
        cancel.ThrowIfCancellationRequested();
        var seconds = report.Time.TotalSeconds;
        var evaluations = report.Evaluations / seconds;
        Measurement.Print($"search: {evaluations:N0} evaluations/s on grids of {Side} x {Side} (a value on one grid is one evaluation)");
        Measurement.Print($"search: {report.Candidates / seconds:N0} candidates/s, {report.Kept:N0} different values kept");

        Grid Draw(int colors) => Budget.Load(Side, Side, [.. Enumerable.Range(0, Side * Side).Select(_ => Cell(colors))]);
        byte Cell(int colors) => random.Next(3) > 0 ? (byte)0 : (byte)random.Next(colors);
    }
}
