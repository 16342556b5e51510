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

    private static string[] Files => Directory.GetFiles(Path.Combine(Cli.Root, "corpus"), "*.arc");

    [Fact]
    public void Every_file_is_embedded() =>
        Assert.Equal(Files.Select(file => Path.GetFileNameWithoutExtension(file)).Order(), Corpus.Programs.Keys.Order());

    [Fact]
    public void Programs_are_canonical_and_short() => Assert.All(Files, file =>
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
                "antitranspose", // A program found for the antitransposed task is rewritten with it.
            ],
            PrimitiveTable.All.Select(row => row.Name).Where(name => uses.GetValueOrDefault(name) < 2));
    }

    [SkippableFact]
    public void Programs_are_right_on_all_pairs_and_tests()
    {
        var tasks = CorpusTasks();
        Assert.All(Corpus.Programs, program => Assert.All(
            tasks[program.Key].Pairs.Concat(tasks[program.Key].Tests.Select(test => new Pair(test.Input, test.Output!))),
            pair => Assert.Equal(pair.Output, program.Value.Execute(pair.Input, Limits.Default).Output)));
    }

    [Fact]
    public void The_features_of_the_task_of_every_program_are_known() => Assert.Equal(Corpus.Programs.Keys, Corpus.Features.Keys);

    /// <summary>With ARCMINI_UPDATE=1 the file is rewritten.</summary>
    [SkippableFact]
    public void The_file_of_features_is_up_to_date()
    {
        var tasks = CorpusTasks();
        var file = Path.Combine(Cli.Root, "corpus", "traits.tsv");
        var expected = string.Concat(Corpus.Programs.Keys.Select(id => $"{id}\t{TaskFeatures.Of(tasks[id].Pairs).Text}\n"));
        if (Environment.GetEnvironmentVariable("ARCMINI_UPDATE") == "1")
            File.WriteAllText(file, expected);
        Assert.Equal(expected, File.ReadAllText(file));
    }

    private static Dictionary<string, ArcTask> CorpusTasks() =>
        ArcData.Load("arc-agi_training").Concat(ArcData.Load("practice")).ToDictionary(task => task.Id);
}
