using System.Text.Json;
using ArcMini.Commands.Records;
using ArcMini.Solving.Knowledge;
using ArcMini.Solving.Proposing;
using ArcMini.Tasks;
using Xunit;

namespace ArcMini.Tests.Commands;

/// <summary>What a user's command may use up: time, memory, and room on the screen.</summary>
[Collection(Cli.Alone)]
public sealed class BoundsTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData("--memory", "199", "--memory: expected megabytes, 0 or at least 200")]
    [InlineData("--memory", "-1", "--memory: expected megabytes, 0 or at least 200")]
    [InlineData("--threads", "2147483647", "--threads: expected a number from 0 to 1024")]
    public void Bounds_out_of_range_are_refused(string option, string value, string sentence)
    {
        var reply = Cli.Run("solve", Cli.Sample("mirror.json"), option, value);
        Assert.Equal((2, "", sentence + "\n"), (reply.Code, reply.Out, reply.Error));
    }

    /// <summary>To run the whole corpus on these pairs takes a minute.</summary>
    [Fact]
    public void The_corpus_ends_when_its_time_is_up()
    {
        var grid = $"[{string.Join(',', Enumerable.Repeat($"[{string.Join(',', Enumerable.Range(0, 30).Select(i => i % 10))}]", 30))}]";
        var pairs = string.Join(',', Enumerable.Repeat($$"""{"input":{{grid}},"output":[[1]]}""", 1000));
        var task = folder.File("large.json", $$"""{"train":[{{pairs}}],"test":[{"input":[[1]]}]}""");
        var reply = Cli.Run("solve", task, "--proposers", "corpus", "--time-limit", "0.1", "--json");
        using var record = JsonDocument.Parse(reply.Out);
        Assert.InRange(record.RootElement.GetProperty("candidates").GetInt32(), 0, Corpus.Programs.Count - 1);
    }

    /// <summary>The collector gets 32 MB. The search would need more for 64 large pairs, and has enough for a small task.</summary>
    [Fact]
    public void A_task_for_which_memory_runs_out_has_a_record_and_the_run_goes_on()
    {
        var random = new Random(1);
        var pairs = string.Join(',', Enumerable.Range(0, 64).Select(_ => $$"""{"input":{{Noise()}},"output":{{Noise()}}}"""));
        var tests = string.Join(',', Enumerable.Range(0, 64).Select(_ => $$"""{"input":{{Noise()}}}"""));
        Directory.CreateDirectory(folder["tasks"]);
        folder.File("tasks/large.json", $$"""{"train":[{{pairs}}],"test":[{{tests}}]}""");
        File.Copy(Cli.Sample("mirror.json"), folder["tasks/mirror.json"]);
        var reply = Child.ArcMini(
            folder[""], new Dictionary<string, string> { ["DOTNET_GCHeapHardLimit"] = "2000000" },
            "evaluate", "tasks", "--proposers", "search", "--max-candidates", "20000", "--time-limit", "600", "-t", "1",
            "--run-dir", "run", "--output", "submission.json");
        Assert.Equal(0, reply.Code);
        Assert.Matches("^1/2 large: nothing verified, out of memory, .* s\n2/2 mirror: solved by search, .* s\n$", reply.Error);
        var records = File.ReadAllLines(folder["run/records.jsonl"]).Select(SolveRecord.Parse).OfType<SolveRecord>().ToList();
        Assert.Equal([("large", "out of memory"), ("mirror", null)], records.Select(record => (record.Task, record.Fault)));
        Assert.Equal(["large", "mirror"], Submission.Read(folder["submission.json"]).Keys.Order());

        string Noise() => $"[{string.Join(',', Enumerable.Range(0, 30).Select(_ => Row()))}]";

        string Row() => $"[{string.Join(',', Enumerable.Range(0, 30).Select(_ => random.Next(10)))}]";
    }

    [Fact]
    public void A_run_draws_so_much_of_a_value_and_no_more()
    {
        const string Names = "abcdefghijklmnopq";
        var doubled = string.Concat(Names.Zip(Names[1..], (half, whole) => $"let {whole} = [{half}, {half}]\n"));
        var program = folder.File("mirror.arc", $"let a = [1]\n{doubled}input |> mirror_x\n");
        var reply = Cli.Run("run", program, Cli.Sample("mirror.json"), "--lets", "--no-color");
        Assert.Equal(0, reply.Code);
        Assert.Contains("... and 1 more", reply.Out);
        Assert.InRange(reply.Out.Length, 1, 4_000_000);
    }

    [Fact]
    public void Fmt_refuses_what_would_become_too_long()
    {
        var source = $"input |> paint([{string.Join(',', Enumerable.Repeat("input", 3300))}])";
        var reply = Cli.Run("fmt", folder.File("long.arc", source));
        Assert.Equal((3, source), (reply.Code, File.ReadAllText(folder["long.arc"])));
        Assert.Contains("the canonical form has 23,", reply.Error);
    }

    [Fact]
    public void A_picture_of_thousands_of_pairs_wraps()
    {
        var pairs = string.Join(',', Enumerable.Repeat("""{"input":[[1,2,3]],"output":[[1]]}""", 3000));
        var task = folder.File("many.json", $$"""{"train":[{{pairs}}],"test":[{"input":[[1]]}]}""");
        Assert.Equal(0, Cli.Run("show", task, "--png", folder["many.png"]).Code);
        var header = File.ReadAllBytes(folder["many.png"]).AsSpan(16, 8);
        Assert.InRange(System.Buffers.Binary.BinaryPrimitives.ReadInt32BigEndian(header), 10_000, 16_100);
    }

    [Fact]
    public void Work_gets_a_share_of_the_memory_that_is_left()
    {
        Assert.Equal(1000, MemoryRoom.For(long.MaxValue, 1000));
        Assert.InRange(MemoryRoom.For(Environment.WorkingSet + 50_000_000, 1_200_000_000), 4_000_000, 30_000_000);
        Assert.Equal(4_000_000, MemoryRoom.For(1, 1_200_000_000));
        Assert.Equal(1, MemoryRoom.Pieces(1, 100_000_000, 8));
    }
}
