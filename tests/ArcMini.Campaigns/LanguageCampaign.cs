using System.Diagnostics;
using System.Text.RegularExpressions;
using ArcMini.Dsl.Compilation;
using ArcMini.Dsl.Syntax;
using ArcMini.Dsl.Tests;
using ArcMini.Dsl.Tests.Runtime;
using ArcMini.Dsl.Tests.Syntax;
using ArcMini.Dsl.Values;
using CsCheck;

namespace ArcMini.Campaigns;

/// <summary>Random sources, and corpus programs with a few changed characters. CsCheck makes a source that fails small.</summary>
internal static partial class LanguageCampaign
{
    private static readonly Limits Limits = new(100_000, 200_000);

    private static readonly Grid[] Inputs = [ExtremeCalls.Noise(30, 30, 10), ExtremeCalls.Noise(5, 7, 3), ExtremeCalls.Noise(1, 1, 1)];

    private static long sources;
    private static long parsed;
    private static long typed;
    private static long runs;

    /// <summary>Runs the campaign. Returns whether no fault was found.</summary>
    public static bool Run(TimeSpan time)
    {
        var files = Directory.GetFiles(Repository.PathOf("corpus"), "*.arc").Order(StringComparer.Ordinal);
        var corpus = files.Select(File.ReadAllText).ToArray();
        Gen<string>[] kinds = [RandomSources.Programs, RandomSources.Soup, Mutants(corpus), Mixtures(corpus)];
        var clock = Stopwatch.StartNew();
        try
        {
            for (var kind = 0; clock.Elapsed < time; kind = (kind + 1) % kinds.Length)
                kinds[kind].Sample(Holds, iter: 2_000);
        }
        catch (CsCheckException fault)
        {
            Console.Error.WriteLine(fault.Message);
            return false;
        }
        Console.WriteLine($"language: {sources:N0} sources, {parsed:N0} parse, {typed:N0} type-check, {runs:N0} runs, no fault");
        return true;
    }

    private static Gen<string> Mutants(string[] corpus)
    {
        var edit = Gen.Select(Gen.Double.Unit, Gen.Int[0, 4], Gen.OneOf(RandomSources.Soup, Gen.String[0, 3]));
        return Gen.Select(Gen.Int[0, corpus.Length - 1], edit.Array[1, 3], (i, edits) => edits.Aggregate(corpus[i], (source, change) =>
        {
            var at = (int)(change.Item1 * source.Length);
            return source[..at] + change.Item3[..Math.Min(change.Item3.Length, 12)] + source[Math.Min(source.Length, at + change.Item2)..];
        }));
    }

    /// <summary>Corpus programs in which one to three words or signs are replaced by some of other programs.</summary>
    private static Gen<string> Mixtures(string[] corpus)
    {
        var words = Array.ConvertAll(corpus, source => Word().Split(source));
        var kinds = words.SelectMany(program => program.Where((_, i) => i % 2 == 1)).Distinct().ToLookup(KindOf);
        return Gen.Select(
            Gen.Int[0, corpus.Length - 1], Gen.Select(Gen.Double.Unit, Gen.Int[0, 1_000_000]).Array[1, 3],
            (i, edits) =>
            {
                var mixed = words[i].ToArray();
                foreach (var (place, other) in edits)
                {
                    ref var word = ref mixed[(int)(place * (mixed.Length / 2)) * 2 + 1];
                    var like = kinds[KindOf(word)];
                    word = like.ElementAt(other % like.Count());
                }
                return string.Concat(mixed);
            });

        static int KindOf(string word) => char.IsAsciiLetter(word[0]) ? 0 : char.IsAsciiDigit(word[^1]) ? 1 : word[0] == '"' ? 2 : 3;
    }

    [GeneratedRegex("([a-z][a-z0-9_]*|-?[0-9]+|\"[^\"]*\"|[^\\sa-z0-9])")]
    private static partial Regex Word();

    /// <summary>What holds for every source, whatever it is.</summary>
    private static bool Holds(string source)
    {
        Interlocked.Increment(ref sources);
        try
        {
            var tree = Parser.Parse(source);
            Interlocked.Increment(ref parsed);
            var canonical = Printer.Print(tree);
            if (canonical.Length <= Parser.MaxLength
                && !(Parser.Parse(canonical) is var again && tree.Equals(again) && Printer.Print(again) == canonical))
                return false;
            var program = Checker.CheckAny(tree);
            Interlocked.Increment(ref typed);
            return program.IsSketch || Array.TrueForAll(Inputs, input => Runs(program, input));
        }
        catch (DslException fault)
        {
            return !fault.Message.Contains('\n') && fault.At.Offset >= 0 && fault.At.Offset <= source.Length;
        }
    }

    /// <summary>Runs a program twice: it keeps its limits, gives the same both times, and leaves its input alone.</summary>
    private static bool Runs(CheckedProgram program, Grid input)
    {
        Interlocked.Increment(ref runs);
        var cells = input.Cells.ToArray();
        var (one, other) = (program.Execute(input, Limits), program.Execute(input, Limits));
        return one.Steps <= Limits.Steps && one.Steps == other.Steps && one.Fault == other.Fault
            && (one.Fault is not null || one.Result.Equals(other.Result)) && input.Cells.SequenceEqual(cells);
    }
}
