using ArcMini.Dsl.Compilation;
using ArcMini.Dsl.Primitives;
using ArcMini.Dsl.Syntax;
using ArcMini.Dsl.Values;
using ArcMini.Solving.Knowledge;
using ArcMini.Tasks;
using ArcMini.Tests.Commands;
using Xunit;

namespace ArcMini.Tests.Solving;

public class CorpusTests
{
    private const int MaxNodes = 120;

    [Fact]
    public void Programs_are_canonical_and_short() => Assert.All(Directory.GetFiles(Path.Combine(Cli.Root, "corpus"), "*.arc"), file =>
    {
        var source = File.ReadAllText(file);
        var program = CheckedProgram.Compile(source);
        Assert.Equal(Printer.Print(program.Source) + "\n", source);
        Assert.InRange(program.Source.Nodes, 1, MaxNodes);
    });

    [Fact]
    public void Every_primitive_serves_two_programs_or_has_a_reason()
    {
        var uses = Corpus.Programs.Values.SelectMany(program => program.Source.Primitives.Distinct()).CountBy(name => name).ToDictionary();
        Assert.Equal(
            [
                "antitranspose", // A program found for a task seen so is rewritten with it.
                "connect_diagonal", // The search solves 1f876c06 with it, its own program left out.
            ],
            PrimitiveTable.All.Select(row => row.Name).Where(name => uses.GetValueOrDefault(name) < 2));
    }

    [SkippableFact]
    public void Programs_are_right_on_all_pairs_and_tests()
    {
        var tasks = TrainingTasks();
        Assert.All(Corpus.Programs, program => Assert.All(
            tasks[program.Key].Pairs.Concat(tasks[program.Key].Tests.Select(test => new Pair(test.Input, test.Output!))),
            pair => Assert.Equal(pair.Output, program.Value.Execute(pair.Input, Limits.Default).Output)));
    }

    [Fact]
    public void Traits_are_known_of_the_task_of_every_program() => Assert.Equal(Corpus.Programs.Keys, Corpus.Features.Keys);

    /// <summary>With ARCMINI_UPDATE=1 the file is rewritten.</summary>
    [SkippableFact]
    public void Traits_are_those_of_the_tasks()
    {
        var tasks = TrainingTasks();
        var file = Path.Combine(Cli.Root, "corpus", "traits.tsv");
        var expected = string.Concat(Corpus.Programs.Keys.Select(id => $"{id}\t{TaskFeatures.Of(tasks[id].Pairs).Text}\n"));
        if (Environment.GetEnvironmentVariable("ARCMINI_UPDATE") == "1")
            File.WriteAllText(file, expected);
        Assert.Equal(expected, File.ReadAllText(file));
    }

    private static Dictionary<string, ArcTask> TrainingTasks()
    {
        var data = Environment.GetEnvironmentVariable("ARCMINI_DATA");
        Skip.If(string.IsNullOrEmpty(data), "ARCMINI_DATA does not name the folder of the ARC data");
        return TaskLoader.Load(Path.Combine(data!, "arc-agi_training_challenges.json"), Path.Combine(data!, "arc-agi_training_solutions.json")).ToDictionary(task => task.Id);
    }
}
