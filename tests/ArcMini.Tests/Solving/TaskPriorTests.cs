using ArcMini.Search.Grammar;
using ArcMini.Solving.Judging;
using ArcMini.Solving.Knowledge;
using ArcMini.Tasks;
using Xunit;

namespace ArcMini.Tests.Solving;

public class TaskPriorTests
{
    private static readonly ArcTask Task = Make.Task("56/78", ("12/34", "43/21"));

    [Fact]
    public void Steps_that_the_model_writes_for_a_task_are_likely_there()
    {
        Candidate[] offered = [Offered("input |> antitranspose", "model"), Offered("input |> antitranspose |> crop", "model")];
        Assert.True(Step(TaskPrior.Of(Task, offered, [])) < Step(TaskPrior.Of(Task, [], [])));
    }

    [Theory]
    [InlineData("input |> antitranspose |> crop", true)]
    [InlineData("input |> antitranspose |> flip_x", false)]
    public void Steps_of_a_program_that_is_right_on_some_pairs_are_likely(string program, bool isNear)
    {
        var task = Make.Task("56/78", ("12/34", "42/31"), ("12/34", "43/21"));
        Candidate[] offered = [Make.Candidate(program, task, proposer: "search")];
        var nearMisses = TaskPrior.NearMisses(task, offered);
        Assert.Equal(isNear, Step(TaskPrior.Of(task, offered, nearMisses)) < Step(TaskPrior.Of(task, offered, [])));
        Assert.Equal(Step(TaskPrior.Of(task, [], [])), Step(TaskPrior.Of(task, offered, [])));
    }

    [Fact]
    public void Steps_of_programs_for_tasks_that_look_alike_are_likely()
    {
        var taken = Make.Task("0", ("000/012/034", "12/34"), ("500/670/000", "50/67"));
        var filled = Make.Task("0", ("1111/1001/1001/1111", "1111/1221/1221/1111"), ("3330/3030/3330/0000", "3330/3230/3330/0000"));
        Assert.True(Step(TaskPrior.Of(taken, [], []), "downscale") + 5 < Step(TaskPrior.Of(filled, [], []), "downscale"));
        Assert.True(Step(TaskPrior.Of(filled, [], []), "holes") + 5 < Step(TaskPrior.Of(taken, [], []), "holes"));
    }

    [Fact]
    public void The_corpus_program_of_the_task_itself_does_not_count()
    {
        // The program of 42a50994 is the only one that begins with denoise.
        var task = Make.Task("0", ("000/012/034", "12/34"));
        Assert.True(Step(TaskPrior.Of(task, [], []), "denoise") < Step(TaskPrior.Of(task with { Id = "42a50994" }, [], []), "denoise"));
    }

    private static int Step(ProductionCosts costs, string primitive = "antitranspose") =>
        costs.Step(ProductionCosts.InputRoot, Productions.All.First(production =>
            production.Primitive.Name == primitive && production.Application == Application.Plain));

    private static Candidate Offered(string program, string proposer) => Make.Candidate(program, Task, proposer: proposer);
}
