using ArcMini.Dsl.Primitives;
using ArcMini.Dsl.Syntax;

namespace ArcMini.Commands.CorpusChecks;

/// <summary>The page <c>corpus/README.md</c>: the checks of all corpus programs in Markdown.</summary>
internal static class CorpusPage
{
    /// <summary>Prints the page to standard output, and the faults to standard error.</summary>
    public static void Print(ProgramCheck[] checks)
    {
        Console.WriteLine("# The corpus\n");
        Console.WriteLine(
            "Programs for tasks of ARC-AGI-1's training set and for practice tasks by other hands, each written from looking at its task. "
            + "This page is made by `arcmini corpus check > corpus/README.md`.\n");
        Console.WriteLine($"- {checks.Count(check => check.IsRight)} of {checks.Length} programs are right on all pairs and tests.");
        var nodes = checks.Where(check => check.Fault is null).Select(check => check.Nodes).Order().ToArray();
        if (nodes.Length > 0)
        {
            var (median, high) = (nodes[nodes.Length / 2], nodes[nodes.Length * 9 / 10]);
            Console.WriteLine($"- Nodes of a program: median {median}, 90th percentile {high}, most {nodes[^1]}.");
        }
        Console.WriteLine(
            $"- {checks.Count(check => check.Generated.IsMost)} programs are right on at least {Share.MostPercent} % of the pairs "
            + "that re_arc and arc_gen generate for their tasks; these pairs vary background, colours, sizes and directions.");
        Console.WriteLine($"- {PrimitiveTable.All.Count} primitives. {PrimitiveCalls(checks)}\n");
        PrintTable(checks);
    }

    /// <summary>Prints one row for each program to standard output, and the faults to standard error.</summary>
    public static void PrintTable(ProgramCheck[] checks)
    {
        Console.WriteLine("| task | nodes | canonical | pairs | tests | generated |");
        Console.WriteLine("|---|---|---|---|---|---|");
        foreach (var check in checks)
        {
            if (check.Fault is not null)
                Console.Error.WriteLine(Quote.OneLine(check.Fault));
            else
                Console.WriteLine(
                    $"| {Quote.OneLine(check.Id)} | {check.Nodes} | {(check.IsCanonical ? "yes" : "no")} "
                    + $"| {check.Pairs} | {check.Tests} | {check.Generated} |");
        }
    }

    /// <summary>How few primitives make up most of all calls, and which primitives occur in fewer than two programs.</summary>
    private static string PrimitiveCalls(ProgramCheck[] checks)
    {
        var counts = checks.SelectMany(check => check.Primitives).CountBy(name => name)
            .Select(count => count.Value).OrderDescending().ToArray();
        var rare = PrimitiveTable.All.Select(row => row.Name)
            .Where(name => checks.Count(check => check.Primitives.Contains(name)) < 2).ToArray();
        return $"Half of all {counts.Sum():N0} calls are of {MostFrequent(50)} of them, 80 % of {MostFrequent(80)}, "
            + $"95 % of {MostFrequent(95)}; fewer than two programs use "
            + $"{(rare.Length > 0 ? string.Join(", ", rare.Select(name => $"`{name}`")) : "none")}.";

        int MostFrequent(int percent)
        {
            var (most, calls) = (0, 0);
            while (calls * 100 < counts.Sum() * percent)
                calls += counts[most++];
            return most;
        }
    }
}
