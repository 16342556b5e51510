using Xunit;

namespace ArcMini.Tests.Commands;

/// <summary>arcmini is run by a user to whom nothing belongs, among the files of somebody else.</summary>
public sealed class OtherUserTests : IDisposable
{
    private const string Nobody = "setpriv --reuid 65534 --regid 65534 --clear-groups";
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [SkippableTheory]
    [InlineData("evaluate \"$SAMPLES\"/mirror.json --output")]
    [InlineData("evaluate \"$SAMPLES\"/mirror.json --report")]
    [InlineData("solve \"$SAMPLES\"/mirror.json --trace")]
    [InlineData("show \"$SAMPLES\"/mirror.json --svg")]
    [InlineData("synth --count 1 --report")]
    [InlineData("fmt")]
    public void A_file_of_somebody_else_is_refused_before_the_work(string command)
    {
        folder.File("theirs", "input |>flip_x\n");
        var reply = AsNobody($"{command} theirs --proposers corpus");
        Assert.Equal((3, "", "theirs: cannot be written: you may not write to it\n"), (reply.Code, reply.Out, reply.Error));
        Assert.Equal("input |>flip_x\n", File.ReadAllText(folder["theirs"]));
    }

    [SkippableFact]
    public void A_new_file_in_a_folder_of_somebody_else_is_refused_before_the_work()
    {
        var reply = AsNobody("evaluate \"$SAMPLES\"/mirror.json --proposers corpus --output new.json");
        Assert.Equal((3, ""), (reply.Code, reply.Out));
        Assert.Equal("new.json: cannot be written: you may not create files in its folder\n", reply.Error);
        Assert.Empty(Directory.GetFileSystemEntries(folder[""]));
    }

    [SkippableFact]
    public void A_file_of_somebody_else_that_all_may_write_stays_theirs()
    {
        folder.File("theirs", "old");
        var reply = Shell(
            $"chmod 666 theirs; {Nobody} \"${{host[@]}}\" show \"$SAMPLES\"/mirror.json --svg theirs; stat -c '%U %a' theirs");
        Assert.Equal((0, "root 666\n", ""), (reply.Code, reply.Out, reply.Error));
        Assert.StartsWith("<svg", File.ReadAllText(folder["theirs"]));
    }

    [SkippableFact]
    public void A_run_of_somebody_else_is_refused_and_nothing_of_it_is_lost()
    {
        const string Evaluate = "evaluate \"$SAMPLES\"/mirror.json --proposers corpus --output /dev/null --run-dir run -q";
        Assert.Equal(0, Shell($"arcmini {Evaluate}").Code);
        var (records, before) = (folder["run/records.jsonl"], File.ReadAllText(folder["run/records.jsonl"]));
        var reply = AsNobody(Evaluate);
        Assert.Equal((3, ""), (reply.Code, reply.Out));
        Assert.Equal("run/records.jsonl: cannot be used: you may not write there; choose another folder for --run-dir\n", reply.Error);
        Assert.Equal(before, File.ReadAllText(records));
    }

    private Reply AsNobody(string args) => Shell($"{Nobody} \"${{host[@]}}\" {args}");

    /// <summary>Runs a script in the folder, which everybody may read. The test is skipped where nobody else can run arcmini.</summary>
    private Reply Shell(string script)
    {
        var probe = Child.Shell(folder[""], $"chmod 755 . && {Nobody} \"${{host[@]}}\" --version");
        Skip.If(probe.Code != 0, "arcmini cannot be run as another user: that takes root, setpriv, and folders that all may read");
        return Child.Shell(folder[""], script);
    }
}
