using ArcMini.Dsl.Compilation;
using ArcMini.Dsl.Values;
using ArcMini.Search.Grammar;
using ArcMini.Solving.Judging;
using ArcMini.Solving.Knowledge;
using ArcMini.Tasks;
using Xunit;

namespace ArcMini.Tests.Solving;

public class TaskPriorTests
{
    private static readonly ArcTask Task = new("made", [new(Read("12/34"), Read("43/21"))], [new(Read("56/78"), null)]);

    [Fact]
    public void Steps_that_the_model_writes_for_a_task_are_likely_there() =>
        Assert.True(Step(TaskPrior.Of(Task, [Offered("input |> antitranspose", "model"), Offered("input |> antitranspose |> crop", "model")])) < Step(TaskPrior.Of(Task, [])));

    [Fact]
    public void What_others_than_the_model_offer_tells_nothing() =>
        Assert.Equal(Step(TaskPrior.Of(Task, [])), Step(TaskPrior.Of(Task, [Offered("input |> antitranspose", "corpus")])));

    [Fact]
    public void Steps_of_programs_for_tasks_that_look_alike_are_likely()
    {
        var taken = new ArcTask("taken", [new(Read("000/012/034"), Read("12/34")), new(Read("500/670/000"), Read("50/67"))], []);
        var filled = new ArcTask("filled", [new(Read("1111/1001/1001/1111"), Read("1111/1221/1221/1111")), new(Read("3330/3030/3330/0000"), Read("3330/3230/3330/0000"))], []);
        Assert.True(Step(TaskPrior.Of(taken, []), "downscale") + 5 < Step(TaskPrior.Of(filled, []), "downscale"));
        Assert.True(Step(TaskPrior.Of(filled, []), "holes") + 5 < Step(TaskPrior.Of(taken, []), "holes"));
    }

    private static int Step(ProductionCosts costs, string primitive = "antitranspose") =>
        costs.Step(ProductionCosts.InputRoot, Productions.All.First(production =>
            production.Primitive.Name == primitive && production.Application == Application.Plain));

    private static Candidate Offered(string program, string proposer) => Candidate.Of(new(CheckedProgram.Compile(program), proposer, -5), Task, default);

    private static Grid Read(string text) => GridText.TryRead(text, out var grid) ? grid : throw new FormatException(text);
}
