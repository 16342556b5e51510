using System.Diagnostics;
using ArcMini.Dsl.Tests;

namespace ArcMini.Campaigns;

/// <summary>What a machine does to a process: it kills it, closes its streams, and gives it little memory.</summary>
internal static class ProcessCampaigns
{
    private const string Groups = "/sys/fs/cgroup/memory";

    /// <summary>The memory that a run is given, at least and at most.</summary>
    private const int LeastMegabytes = 100, MostMegabytes = 1000;

    private static readonly string Evaluate =
        $"$arcmini evaluate {Repository.PathOf("samples")} --proposers corpus,search --max-candidates 20000 --time-limit 600 -q";

    /// <summary>The ways in which a stream may not be writable.</summary>
    private static readonly string[] Streams =
    [
        ">/dev/full", "2>/dev/full", ">/dev/full 2>&1", ">&-", "2>&-", ">&- 2>&-", "<&- >&- 2>&-", "> >(true)", "2> >(true)", "<&-",
    ];

    private static readonly string[] Commands =
    [
        "--help", "--version", "doctor", "grammar", $"show {Repository.PathOf("samples")}", "synth --count 20 --seed 1",
        $"solve {Repository.PathOf("samples/mirror.json")} --proposers corpus",
        $"evaluate {Repository.PathOf("samples/mirror.json")} --time-limit 1",
        $"check {Repository.PathOf("samples/overlap.arc")}", "solve absent.json", "unknown",
    ];

    /// <summary>Kills runs at random moments and resumes them. The submission is that of a run that was not killed.</summary>
    public static bool Resume(Binary binary, TimeSpan time)
    {
        var (clock, random) = (Stopwatch.StartNew(), new Random());
        binary.Run($"{Evaluate} --output whole.json");
        var whole = File.ReadAllBytes(binary.PathOf("whole.json"));
        var longest = clock.Elapsed.TotalMilliseconds;
        var (runs, kills) = (0, 0);
        for (; clock.Elapsed < time; runs++)
        {
            var command = $"{Evaluate} --run-dir run-{runs} --output part-{runs}.json";
            for (var once = 0; once < 3; once++)
                kills += binary.Run(command, TimeSpan.FromMilliseconds(random.NextDouble() * longest)).Code > 128 ? 1 : 0;
            var ending = binary.Run(command);
            if (ending.Code != 0 || !whole.AsSpan().SequenceEqual(File.ReadAllBytes(binary.PathOf($"part-{runs}.json"))))
                return Fails(ending, "the submission of a resumed run differs");
        }
        Console.WriteLine($"resume: {runs:N0} runs, {kills:N0} kills, all submissions the same");
        return true;
    }

    /// <summary>Every command with streams that are closed, full or gone: it ends by itself, with a code that it documents.</summary>
    public static bool StreamsOf(Binary binary, TimeSpan time)
    {
        var (clock, runs) = (Stopwatch.StartNew(), 0);
        foreach (var streams in Streams)
            foreach (var command in Commands.TakeWhile(_ => clock.Elapsed < time))
            {
                runs++;
                var ending = binary.Run($"timeout 60 $arcmini {command} {streams}");
                if (ending.Fault(0, 1, 2, 3, 4, 70, 130) is { } fault)
                    return Fails(ending, fault);
            }
        Console.WriteLine($"streams: {runs:N0} runs of {Commands.Length} commands with {Streams.Length} kinds of streams, no fault");
        return true;
    }

    /// <summary>
    /// A hard task in little memory: the limit of a container where such may be made, else of the collector. The run ends with a record.
    /// </summary>
    public static bool Memory(Binary binary, TimeSpan time)
    {
        var (clock, random, runs) = (Stopwatch.StartNew(), new Random(), 0);
        var group = Path.Combine(Groups, $"arcmini-{Environment.ProcessId}");
        var contained = TryMake(group);
        File.WriteAllText(binary.PathOf("hard.json"), HardTask(random));
        for (; clock.Elapsed < time; runs++)
        {
            var megabytes = random.Next(LeastMegabytes, MostMegabytes);
            var enter = contained
                ? $"echo {megabytes * 1_000_000L} >{group}/memory.limit_in_bytes && echo $$ >{group}/cgroup.procs"
                : $"export DOTNET_GCHeapHardLimit={megabytes * 1_000_000L:x}";
            var ending = binary.Run(
                $"bash -c '{enter}; exec $arcmini evaluate hard.json --time-limit 5 --run-dir run-{runs} --output s.json -q'");
            if (ending.Fault(0) is { } fault)
                return Fails(ending, fault);
        }
        if (contained)
            Directory.Delete(group);
        var kind = contained ? "of a container" : "of the collector";
        Console.WriteLine($"memory: {runs:N0} runs in {LeastMegabytes} to {MostMegabytes:N0} MB ({kind}), no fault");
        return true;
    }

    private static bool TryMake(string group)
    {
        try
        {
            return Directory.Exists(Groups) && Directory.CreateDirectory(group).Exists && File.Exists(Path.Combine(group, "cgroup.procs"));
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }

    /// <summary>A task of noise, which no short program solves, so that the search uses all that it is given.</summary>
    private static string HardTask(Random random)
    {
        var pairs = Enumerable.Range(0, 3).Select(_ => $$"""{"input":{{Noise()}},"output":{{Noise()}}}""");
        return $$"""{"train":[{{string.Join(',', pairs)}}],"test":[{"input":{{Noise()}}}]}""";

        string Noise() => $"[{string.Join(',', Enumerable.Range(0, 12).Select(_ => Row()))}]";

        string Row() => $"[{string.Join(',', Enumerable.Range(0, 12).Select(_ => Math.Max(0, random.Next(10) - 4)))}]";
    }

    private static bool Fails(Ending ending, string fault)
    {
        Console.Error.WriteLine($"{fault} of {ending.Command}: {ending.Errors}");
        return false;
    }
}
