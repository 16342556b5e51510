using System.IO.Compression;
using System.Text;
using System.Text.Json;
using ArcMini.Tasks;
using ArcMini.Tests.Commands;
using Xunit;

namespace ArcMini.Tests.Tasks;

/// <summary>The forms in which people have tasks and submissions, through the commands that read them.</summary>
[Collection(Cli.Alone)]
public sealed class FormatTests : IDisposable
{
    private const string Good = """{"train":[{"input":[[1,2],[3,4]],"output":[[1]]}],"test":[{"input":[[5]]}]}""";
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void A_bundle_in_groups_is_read_in_order()
    {
        var file = folder.File("arc1.json", $$$"""{"train":{"b":{{{Good}}},"a":{{{Good}}}},"eval":{"c":{{{Good}}}}}""");
        Assert.Equal(["b", "a", "c"], TaskLoader.Load(file).Select(task => task.Id));
        Assert.Equal(0, Cli.Run("show", file, "--task", "c").Code);
        var twice = Cli.Run("show", folder.File("arc1.json", $$$"""{"train":{"a":{{{Good}}}},"eval":{"a":{{{Good}}}}}"""));
        Assert.Equal((3, $"left out: {file}: the task a is in two groups (line 1, column 104)\n"), (twice.Code, twice.Error));
        Assert.StartsWith("pair 1", twice.Out);
        Fault("""{"train":{"a":{}}}""", "task a: 'train' is missing");
        Fault("""{"train":{}}""", "task train: 'train' is missing");

        void Fault(string content, string sentence) => Assert.Equal(
            new(3, "", $"{file}: {sentence}\n"), Cli.Run("show", folder.File("arc1.json", content)));
    }

    [Fact]
    public void Sub_folders_are_read_where_that_is_asked_for()
    {
        Directory.CreateDirectory(folder["set/training"]);
        Directory.CreateDirectory(folder["set/evaluation"]);
        File.Copy(Cli.Sample("mirror.json"), folder["set/training/mirror.json"]);
        File.Copy(Cli.Sample("tiling.json"), folder["set/evaluation/tiling.json"]);
        Assert.Equal(
            new(3, "", $"{folder["set"]}: no tasks: the folder has no *.json files; --recursive reads its sub-folders\n"),
            Evaluate(folder["set"]));
        Assert.StartsWith("2 tasks, 2 with a verified program\n", Evaluate(folder["set"], "--recursive").Out);
        var solved = Cli.Run("solve", "--recursive", folder["set"], "--proposers", "corpus,search", "--json");
        Assert.Equal((0, 2), (solved.Code, solved.Out.Count(sign => sign == '\n')));
        Assert.Contains("task tiling\n", Cli.Run("show", folder["set"], "--recursive").Out);
    }

    [Fact]
    public void Compressed_files_are_read()
    {
        Directory.CreateDirectory(folder["set"]);
        Compress(Cli.Sample("mirror.json"), folder["set/mirror.json.gz"]);
        Assert.Equal("mirror", Assert.Single(TaskLoader.Load(folder["set"])).Id);
        Compress(folder.File("s.json", """{"mirror":[[[1]]]}"""), folder["s.json.gz"]);
        Assert.Equal("1", $"{TaskLoader.Load(folder["set/mirror.json.gz"], folder["s.json.gz"]).Single().Tests[0].Output}");
        Assert.Equal(
            new(3, "", $"{folder["plain.json.gz"]}: is not a gzip file\n"), Cli.Run("show", folder.File("plain.json.gz", Good)));
    }

    [SkippableFact]
    public void A_task_is_read_from_standard_input()
    {
        var arcmini = Child.CommandLineOfArcMini.Select(word => $"'{word}'");
        var reply = Child.Tool(
            "sh", "-c", $"{string.Join(' ', arcmini)} solve - --proposers corpus,search --json < {Cli.Sample("mirror.json")}");
        using var record = JsonDocument.Parse(reply);
        Assert.Equal("stdin", record.RootElement.GetProperty("task").GetString());
        Assert.True(record.RootElement.GetProperty("solved").GetBoolean());
    }

    [Theory]
    [InlineData("""[{"attempt_1":null,"attempt_2":[[2]]}]""", 1, 0)]
    [InlineData("""[{"attempt_1":[[2]],"attempt_2":null}]""", 1, 1)]
    [InlineData("""[{"attempt_1":[],"attempt_2":[[]]}]""", 0, 0)]
    [InlineData("[null]", 0, 0)]
    [InlineData("[]", 0, 0)]
    [InlineData("null", 0, 0)]
    public void An_empty_attempt_is_wrong(string attempts, int solved, int first)
    {
        var submission = folder.File("submission.json", $$"""{"one":{{attempts}}}""");
        var reply = Cli.Run("score", submission, folder.File("solutions.json", """{"one":[[[2]]]}"""));
        Assert.Equal((0, ""), (reply.Code, reply.Error));
        Assert.StartsWith($"tasks solved: {solved} of 1, {first} by the first attempt\n", reply.Out);
    }

    [Theory]
    [InlineData("""[{"attempt_1":[[2]]}]""", "test input 1: 'attempt_2' is missing (line 1, column 27)")]
    [InlineData("""[{"attempt_1":[[],[1]],"attempt_2":null}]""", "test input 1, attempt_1: row 1 is empty (line 1, column 24)")]
    public void A_broken_attempt_is_refused(string attempts, string sentence)
    {
        var submission = folder.File("submission.json", $$"""{"one":{{attempts}}}""");
        var reply = Cli.Run("score", submission, folder.File("solutions.json", """{"one":[[[2]]]}"""));
        Assert.Equal(new(3, "", $"{submission}: task one, {sentence}\n"), reply);
    }

    private static Reply Evaluate(params string[] args) => Cli.Run(["evaluate", "--proposers", "corpus,search", "-q", .. args]);

    private static void Compress(string from, string to)
    {
        using var packed = new GZipStream(File.Create(to), CompressionLevel.Fastest);
        packed.Write(Encoding.UTF8.GetBytes(File.ReadAllText(from)));
    }
}
