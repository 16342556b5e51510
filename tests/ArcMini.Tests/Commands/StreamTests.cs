using System.Text.Json;
using Xunit;

namespace ArcMini.Tests.Commands;

/// <summary>Streams that are full, closed, or whose reader is gone.</summary>
public sealed class StreamTests : IDisposable
{
    private const string Evaluate = "arcmini evaluate \"$SAMPLES\"/mirror.json --proposers corpus --output submission.json";
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData("2>/dev/full", 0)]
    [InlineData("2>&-", 0)]
    [InlineData(">&-", 0)]
    [InlineData(">/dev/full", 3)]
    [InlineData("--json >/dev/full", 3)]
    public void A_submission_is_written_where_a_stream_cannot_be(string redirection, int code)
    {
        var reply = Child.Shell(folder[""], $"{Evaluate} {redirection}");
        Assert.Equal(code, reply.Code);
        Assert.Equal(code == 0, !reply.Error.Contains("standard output cannot be written: No space left on device"));
        using var submission = JsonDocument.Parse(File.ReadAllText(folder["submission.json"]));
        Assert.Equal(1, submission.RootElement.GetProperty("mirror").GetArrayLength());
    }

    [Theory]
    [InlineData("--version")]
    [InlineData("--help")]
    [InlineData("grammar")]
    [InlineData("solve \"$SAMPLES\"/mirror.json --proposers corpus")]
    public void A_full_standard_output_is_one_sentence(string args)
    {
        var reply = Child.Shell(folder[""], $"arcmini {args} >/dev/full");
        Assert.Equal((3, "standard output cannot be written: No space left on device\n"), (reply.Code, reply.Error));
    }

    [Fact]
    public void A_reader_that_is_gone_ends_the_work()
    {
        var reply = Child.Shell(folder[""], "arcmini synth --count 100000000 -q | head -1; exit ${PIPESTATUS[0]}");
        Assert.Equal((130, ""), (reply.Code, reply.Error));
        Assert.Single(reply.Out.TrimEnd('\n').Split('\n'));
    }

    [Fact]
    public void A_reader_that_is_gone_does_not_cost_the_submission()
    {
        var reply = Child.Shell(folder[""], $"{Evaluate} --json | true; exit ${{PIPESTATUS[0]}}");
        Assert.Equal(0, reply.Code);
        Assert.True(File.Exists(folder["submission.json"]));
    }

    [Fact]
    public void Json_is_UTF_8_whatever_the_locale()
    {
        File.Copy(Cli.Sample("mirror.json"), folder["Rätsel.json"]);
        var reply = Child.Shell(folder[""], "LC_ALL=C arcmini solve *.json --proposers corpus --json");
        Assert.Contains("\"task\":\"Rätsel\"", reply.Out);
    }

    [Fact]
    public void A_hang_up_ends_the_work_as_an_interrupt_does()
    {
        const string script = """
            mkfifo started
            "${host[@]}" synth --count 100000000 -q >started &
            exec 3<started
            head -c 1 <&3 >/dev/null
            kill -HUP $!
            cat <&3 >/dev/null
            wait $!
            """;
        var reply = Child.Shell(folder[""], script);
        Assert.Equal((130, "interrupted\n"), (reply.Code, reply.Error));
    }
}
