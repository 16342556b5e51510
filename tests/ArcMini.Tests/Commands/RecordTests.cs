using ArcMini.Commands.Records;
using Xunit;

namespace ArcMini.Tests.Commands;

/// <summary>The lines of run folders, which later versions must still read.</summary>
public class RecordTests
{
    private static readonly string Solved = Line("""
        {"schema":1,"task":"a'b","solved":null,"verified":true,"trusted":false,"program":"input |> flip_x","proposer":"model",
        "attempts":[[[[1,2],[3,4]]]],"submission":[{"attempt_1":[[1,2],[3,4]],"attempt_2":[[5]]}],
        "solved_first":null,"outputs":1,"outputs_solved":0,"candidates":3,"steps":252,
        "samples":{"asked":6,"written":5,"type_check":4,"distinct":3,"run":2,"verified":1},"seconds":1.25,
        "model":"sha256:00","seed":18446744073709551615,"solved_by_submission":true}
        """);

    private static readonly string Settings = Line("""
        {"run":true,"version":"0.1.0\u002B544f","data":"sha256:34","tasks":"9","model":"none","proposers":"corpus,search","without":"none",
        "time-limit":"600","max-candidates":"20000","threads":"1","gpu-layers":"0","predictions":"64","temp":"0.8","seed":"0","shard":"0/1"}
        """);

    [Fact]
    public void A_record_is_read_and_written_unchanged()
    {
        var record = SolveRecord.Parse(Solved)!;
        Assert.Equal(Solved, record.ToJson());
        Assert.Equal(("a'b", "model", 4), (record.Task, record.Proposer, record.Samples?.Checked));
        Assert.Equal(3, record.Submission[0].First[1, 0]);
        var withoutSamples = Solved.Replace(""","samples":{"asked":6,"written":5,"type_check":4,"distinct":3,"run":2,"verified":1}""", "");
        Assert.Equal(withoutSamples, SolveRecord.Parse(withoutSamples)!.ToJson());
    }

    [Theory]
    [InlineData(",\"seed\":18446744073709551615", "")]
    [InlineData("\"a'b\"", "null")]
    [InlineData("[[5]]", "null")]
    [InlineData("[[5]]", "[]")]
    [InlineData("[[5]]", "[[]]")]
    [InlineData("[[5]]", "[[10]]")]
    [InlineData("[[5]]", "[[5],[5,5]]")]
    [InlineData("[[5]]", "[[\"5\"]]")]
    [InlineData("[[5]]", "[[0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0]]")]
    public void An_incomplete_or_wrong_record_is_not_read(string good, string bad)
    {
        Assert.Contains(good, Solved);
        Assert.Null(SolveRecord.Parse(Solved.Replace(good, bad)));
        Assert.Null(RunSettings.Parse(Solved));
    }

    [Fact]
    public void Settings_are_read_and_written_unchanged_and_compared()
    {
        var settings = RunSettings.Parse(Settings)!;
        Assert.Equal(Settings, settings.ToJson());
        Assert.Null(settings.Difference(RunSettings.Parse(Settings)!));
        Assert.Equal("time-limit 600, not 10", settings.Difference(settings with { TimeLimit = "10", Seed = "5" }));
        Assert.Null(settings.WithoutShard().Difference((settings with { Shard = "1/2" }).WithoutShard()));
        var older = RunSettings.Parse(Settings.Replace(""","max-candidates":"20000",""", ","))!;
        Assert.Equal("max-candidates unknown, not 20000", older.Difference(settings));
        Assert.Null(SolveRecord.Parse(Settings));
    }

    private static string Line(string wrapped) => wrapped.Replace("\n", "");
}
