using ArcMini.Dsl.Runtime;
using ArcMini.Dsl.Values;
using ArcMini.Search;
using ArcMini.Solving;
using ArcMini.Tasks;
using Xunit;

namespace ArcMini.Tests.Solving;

public class PriorTests
{
    private static readonly ArcTask Task = new("made", [new(Read("12/34"), Read("43/21"))], [new(Read("56/78"), null)]);

    [Fact]
    public void Steps_that_the_model_writes_for_a_task_are_likely_there() =>
        Assert.True(Step(Prior.Of(Task, [Offered("input |> antitranspose", "model"), Offered("input |> antitranspose |> crop", "model")])) < Step(Prior.Of(Task, [])));

    [Fact]
    public void What_others_than_the_model_offer_tells_nothing() =>
        Assert.Equal(Step(Prior.Of(Task, [])), Step(Prior.Of(Task, [Offered("input |> antitranspose", "corpus")])));

    private static int Step(Weights weights) => weights.Step(Weights.InputRoot, Moves.All.First(move => move.Primitive.Name == "antitranspose" && move.Form == Form.Plain));

    private static Candidate Offered(string program, string proposer) => Candidate.Of(new(CheckedProgram.Compile(program), proposer, -5), Task, default);

    private static Grid Read(string text) => GridText.TryRead(text, out var grid) ? grid : throw new FormatException(text);
}
