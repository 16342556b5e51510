using System.Text.Json;
using ArcMini.Commands.Options;
using ArcMini.Tasks;
using Xunit;

namespace ArcMini.Tests.Commands;

[Collection(Cli.Alone)]
public sealed class EvaluateTests : IDisposable
{
    private const string Unsolvable = """
        {"train":[{"input":[[1]],"output":[[2,7],[5,3]]},{"input":[[2]],"output":[[9,9,1]]}],"test":[{"input":[[4]]},{"input":[[5]]}]}
        """;
    private readonly TemporaryFolder folder = new();
    private readonly string tasks;

    public EvaluateTests()
    {
        tasks = folder["tasks"];
        Directory.CreateDirectory(tasks);
        File.Copy(Cli.Sample("mirror.json"), Path.Combine(tasks, "mirror.json"));
        File.WriteAllText(Path.Combine(tasks, "unsolvable.json"), Unsolvable);
    }

    public void Dispose() => folder.Dispose();

    private string Records => Path.Combine(folder["run"], "records.jsonl");

    [Fact]
    public void A_submission_has_two_attempts_at_every_test_input()
    {
        Assert.Equal(0, Evaluate("--output", folder["submission.json"]).Code);
        var submission = Submission.Read(folder["submission.json"]);
        Assert.Equal(["mirror", "unsolvable"], submission.Keys.Order());
        Assert.Equal([4, 5], submission["unsolvable"].Select(attempts => (int)attempts.First![0, 0]));
        var solutions = folder.File(
            "solutions.json", """{"mirror":[[[0,8,8,0],[0,8,8,0],[2,0,0,2],[0,3,3,0]]],"unsolvable":[[[1]],[[5]]]}""");
        Assert.Equal(
            "tasks solved: 1 of 2, 1 by the first attempt\noutputs solved: 2 of 3, 2 by the first attempt\n",
            Cli.Run("score", folder["submission.json"], solutions).Out);
    }

    [Fact]
    public void The_second_attempt_counts_too()
    {
        var submission = folder.File("submission.json", Attempts("one"));
        var solutions = folder.File("solutions.json", """{"one":[[[2]]]}""");
        Assert.Equal(
            "tasks solved: 1 of 1, 0 by the first attempt\noutputs solved: 1 of 1, 0 by the first attempt\n",
            Cli.Run("score", submission, solutions).Out);
    }

    [Theory]
    [InlineData("two", """{"one":[[[2]]]}""", "solutions.json: no solution for task two of {submission}")]
    [InlineData("one", """{"one":[[[2]]],"two":[[[2]]]}""", "submission.json: task two of {solutions} is missing")]
    [InlineData("one", """{"one":[[[2]],[[2]]]}""", "submission.json: task one: attempts at 1 test inputs, expected 2")]
    public void A_submission_fits_the_solutions(string id, string answers, string sentence)
    {
        var submission = folder.File("submission.json", Attempts(id));
        var solutions = folder.File("solutions.json", answers);
        var reply = Cli.Run("score", submission, solutions);
        Assert.Equal((3, ""), (reply.Code, reply.Out));
        Assert.Equal(
            folder[sentence.Replace("{submission}", submission).Replace("{solutions}", solutions)] + "\n", reply.Error);
    }

    [Fact]
    public void Json_ends_with_a_summary()
    {
        var lines = Evaluate("--json", "-q").Out.TrimEnd('\n').Split('\n');
        Assert.Equal(3, lines.Length);
        using var summary = JsonDocument.Parse(lines[^1]);
        Assert.True(summary.RootElement.GetProperty("summary").GetBoolean());
        string[] names = ["tasks", "verified", "trusted", "solved", "solved_first", "outputs", "outputs_solved"];
        Assert.Equal([2, 1, 1, 1, 1, 3, 1], names.Select(name => summary.RootElement.GetProperty(name).GetInt32()));
        Assert.Equal(
            """{"corpus":{"verified":1,"solved":1,"solved_first":1,"trusted":1,"trusted_first":1}}""",
            summary.RootElement.GetProperty("by_proposer").GetRawText());
    }

    [Fact]
    public void A_program_of_the_search_names_the_part_that_completed_it()
    {
        File.Copy(Cli.Sample("overlap.json"), Path.Combine(tasks, "overlap.json"));
        File.Delete(Path.Combine(tasks, "unsolvable.json"));
        string[] search = ["evaluate", tasks, "-q", "--proposers", "search", "--max-candidates", "5000", "-t", "1"];
        var parts = Cli.Run([.. search, "--json"]).Out.TrimEnd('\n').Split('\n').SkipLast(1).Select(line =>
        {
            using var record = JsonDocument.Parse(line);
            return record.RootElement.GetProperty("part").GetString();
        });
        Assert.Equal(["enumeration", "stack"], parts);
        Assert.Contains("  search by stack: 1 verified, the first attempt of 1 is right; 1 trusted, of these 1\n", Cli.Run(search).Out);
    }

    [Fact]
    public void The_samples_of_a_model_are_counted_by_task_and_in_all()
    {
        var counts = Ask("--json").Out.TrimEnd('\n').Split('\n').Select(Samples).ToList();
        Assert.Equal(3, counts.Count);
        Assert.Equal([12, .. counts[0].Zip(counts[1], (a, b) => a + b).Skip(1)], counts[2]);
        Assert.All(counts, count => Assert.Equal(count.OrderDescending(), count));
        Assert.InRange(counts[2][^1], 1, 6);
        Assert.Contains(
            $"model samples: 12 asked for, {counts[2][1]} written, {counts[2][2]} type-check, {counts[2][3]} of them different, "
            + $"{counts[2][4]} of these run, {counts[2][5]} verified\n",
            Ask().Out);

        Reply Ask(params string[] args) => Cli.Run([
            "evaluate", tasks, "--proposers", "model", "-m", Path.Combine(Cli.Root, "models", "arcmini.gguf"), "-ngl", "0",
            "-n", "6", "-t", "1", "--time-limit", "600", "--run-dir", folder["run"], "-q", .. args]);

        static int[] Samples(string line)
        {
            using var record = JsonDocument.Parse(line);
            return [.. record.RootElement.GetProperty("samples").EnumerateObject().Select(count => count.Value.GetInt32())];
        }
    }

    [Fact]
    public void A_run_continues_after_its_last_complete_record()
    {
        Evaluate("--run-dir", folder["run"]);
        var whole = File.ReadAllLines(Records);
        Assert.Equal(3, whole.Length);
        Assert.Equal("", Evaluate("--run-dir", folder["run"]).Error);

        File.WriteAllText(Records, $"{whole[0]}\n{whole[1]}\n{whole[2][..40]}");
        var reply = Evaluate("--run-dir", folder["run"]);
        Assert.StartsWith("2/2 unsolvable:", reply.Error);
        Assert.StartsWith("2 tasks, 1 with a verified program\n", reply.Out);
        Assert.Equal(whole[1], File.ReadAllLines(Records)[1]);
        Assert.Equal("", Evaluate("--run-dir", folder["run"]).Error);
    }

    [Fact]
    public void A_run_of_other_settings_or_data_is_refused()
    {
        Evaluate("--run-dir", folder["run"]);
        var other = Evaluate("--run-dir", folder["run"], "--seed", "5");
        Assert.Equal(3, other.Code);
        Assert.Contains("begun with seed 0, not 5", other.Error);
        File.WriteAllText(Path.Combine(tasks, "unsolvable.json"), Unsolvable.Replace("[[4]]", "[[6]]"));
        Assert.Contains("begun with data", Evaluate("--run-dir", folder["run"]).Error);
    }

    [Fact]
    public void Shards_are_merged_once_all_are_finished()
    {
        Evaluate("--run-dir", folder["run"], "--shard", "0/2");
        var early = Cli.Run("merge", folder["run"], "--output", folder["merged.json"]);
        Assert.Equal(3, early.Code);
        Assert.Contains("1 of 2 tasks are finished", early.Error);
        Evaluate("--run-dir", folder["run"], "--shard", "1/2");
        Assert.Equal(0, Cli.Run("merge", folder["run"], "--output", folder["merged.json"]).Code);
        Assert.Equal(2, Submission.Read(folder["merged.json"]).Count);
        Assert.Contains("in another run too", Cli.Run("merge", folder["run"], folder["run"], "--output", folder["merged.json"]).Error);
    }

    [Theory]
    [InlineData("0/1", "1/2", "records-1-of-2.jsonl")]
    [InlineData("0/2", "0/1", "records.jsonl")]
    [InlineData("0/2", "1/3", "records-1-of-3.jsonl")]
    public void A_folder_holds_one_division_of_a_run(string shard, string before, string file)
    {
        Evaluate("--run-dir", folder["run"], "--shard", before);
        var reply = Evaluate("--run-dir", folder["run"], "--shard", shard);
        Assert.Equal(3, reply.Code);
        Assert.Equal(
            $"{Path.Combine(folder["run"], file)}: the run in this folder is divided in another way than {shard}; "
            + "name the shard by --shard i/n, or another folder for --run-dir\n",
            reply.Error);
    }

    [Fact]
    public void A_record_without_a_task_is_not_complete()
    {
        Evaluate("--run-dir", folder["run"]);
        var lines = File.ReadAllLines(Records);
        File.WriteAllLines(Records, [.. lines[..2], lines[2].Replace("\"unsolvable\"", "null")]);
        var reply = Evaluate("--run-dir", folder["run"]);
        Assert.Equal(0, reply.Code);
        Assert.StartsWith("2/2 unsolvable:", reply.Error);
    }

    [Fact]
    public void Every_task_is_in_one_shard()
    {
        var shards = Enumerable.Range(0, 3).Select(i => Shard.Of($"{i}/3", _ => null).Of(Enumerable.Range(0, 10)));
        Assert.Equal(Enumerable.Range(0, 10), shards.SelectMany(shard => shard).Order());
        var slurm = new Dictionary<string, string> { ["SLURM_ARRAY_TASK_ID"] = "3", ["SLURM_ARRAY_TASK_COUNT"] = "4" };
        Assert.Equal(new(3, 4), Shard.Of(null, slurm.GetValueOrDefault));
        Assert.Equal(new(0, 2), Shard.Of("0/2", slurm.GetValueOrDefault));
        Assert.Throws<UsageException>(() => Shard.Of("2/2", _ => null));
        Assert.Throws<UsageException>(() => Shard.Of("x", _ => null));
    }

    private static string Attempts(string id) => $$$"""{"{{{id}}}":[{"attempt_1":[[1]],"attempt_2":[[2]]}]}""";

    private Reply Evaluate(params string[] args) => Cli.Run(["evaluate", tasks, "--proposers", "corpus", .. args]);
}
