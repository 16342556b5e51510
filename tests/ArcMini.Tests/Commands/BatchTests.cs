using System.Text.Json;
using Xunit;

namespace ArcMini.Tests.Commands;

/// <summary>One bad file does not stop a batch.</summary>
[Collection(Cli.Alone)]
public sealed class BatchTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public BatchTests() => File.Copy(Cli.Sample("mirror.json"), folder["mirror.json"]);

    public void Dispose() => folder.Dispose();

    private Reply Evaluate() => Cli.Run("evaluate", folder[""], "--proposers", "corpus", "--json", "-q");

    [Theory]
    [InlineData("broken.json", "{")]
    [InlineData("._mirror.json", "Mac OS X\0\0")]
    [InlineData("empty.json", "")]
    [InlineData("submission.json", """{"mirror":[{"attempt_1":[[1]],"attempt_2":[[1]]}],"x":[{"attempt_1":[[1]],"attempt_2":[[1]]}]}""")]
    [InlineData("solutions.json", """{"mirror":[[[1]]],"x":[[[1]]]}""")]
    [InlineData("twice.json", """{"mirror":{"train":[{"input":[[1]],"output":[[1]]}],"test":[{"input":[[1]]}]}}""")]
    public void A_bad_file_is_left_out_and_named(string name, string content)
    {
        folder.File(name, content);
        AssertRefused(name);
    }

    [Fact]
    public void A_link_to_nothing_is_left_out()
    {
        File.CreateSymbolicLink(folder["link.json"], "nowhere");
        AssertRefused("link.json");
    }

    [Fact]
    public void A_pipe_does_not_hang_the_run()
    {
        Assert.Equal(0, Child.Run("mkfifo", folder[""], new Dictionary<string, string>(), "pipe.json").Code);
        AssertRefused("pipe.json");
    }

    [Fact]
    public void A_folder_and_a_name_that_is_not_UTF_8_are_left_out()
    {
        Directory.CreateDirectory(folder["folder.json"]);
        AssertRefused("folder.json");
        Directory.Delete(folder["folder.json"]);
        Child.Shell(folder[""], "cp mirror.json $'\\xff.json'");
        try
        {
            AssertRefused("\uFFFD.json: there is no such file, or its name is not UTF-8");
        }
        finally
        {
            Child.Shell(folder[""], "rm $'\\xff.json'");
        }
    }

    [Fact]
    public void A_bad_task_of_a_bundle_is_left_out()
    {
        var good = File.ReadAllText(Cli.Sample("mirror.json"));
        var bundle = folder.File("bundle.json", $$"""{"bad":{"train":[],"test":[]},"good":{{good}}}""");
        var reply = Cli.Run("solve", bundle, "--proposers", "corpus", "--json", "-q");
        Assert.Equal(3, reply.Code);
        Assert.Contains("\"task\":\"good\"", reply.Out);
        Assert.StartsWith($"left out: {bundle}: task bad", reply.Error);
    }

    [Fact]
    public void Check_and_fmt_go_on_after_a_bad_file()
    {
        var good = folder.File("good.arc", "flip_x(input)");
        Assert.Equal(3, Cli.Run("check", folder["nowhere.arc"], good).Code);
        Assert.Contains("a program of 2 nodes", Cli.Run("check", folder["nowhere.arc"], good).Out);
        Assert.Equal(3, Cli.Run("fmt", folder["nowhere.arc"], folder.File("bad.arc", "("), good).Code);
        Assert.Equal("input |> flip_x\n", File.ReadAllText(good));
    }

    [Fact]
    public void Corpus_check_goes_on_after_bad_generated_pairs()
    {
        const string task = """{"train":[{"input":[[1]],"output":[[1]]}],"test":[{"input":[[2]]}]}""";
        folder.File("arc-agi_training_challenges.json", $$"""{"a":{{task}},"b":{{task}}}""");
        folder.File("arc-agi_training_solutions.json", """{"a":[[[2]]],"b":[[[2]]]}""");
        Directory.CreateDirectory(folder["re_arc/tasks"]);
        var bad = folder.File("re_arc/tasks/a.json", "{");
        var reply = Cli.Run("corpus", "check", "--data", folder[""], folder.File("a.arc", "input\n"), folder.File("b.arc", "input\n"));
        Assert.Equal(3, reply.Code);
        Assert.StartsWith(bad, reply.Error);
        Assert.StartsWith("| task |", reply.Out);
        Assert.Contains("| b | 1 | yes | 1/1 |", reply.Out);
    }

    private void AssertRefused(string name)
    {
        var reply = Evaluate();
        Assert.Equal(3, reply.Code);
        Assert.StartsWith($"left out: {folder[name]}", reply.Error);
        using var summary = JsonDocument.Parse(reply.Out.TrimEnd('\n').Split('\n')[^1]);
        Assert.Equal(1, summary.RootElement.GetProperty("tasks").GetInt32());
        Assert.StartsWith(folder[name], Assert.Single(summary.RootElement.GetProperty("refused").EnumerateArray()).GetString());
    }
}
