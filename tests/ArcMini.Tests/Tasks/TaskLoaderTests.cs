using ArcMini.Solving.Proposing;
using ArcMini.Tasks;
using ArcMini.Tests.Commands;
using Xunit;

namespace ArcMini.Tests.Tasks;

public sealed class TaskLoaderTests : IDisposable
{
    private const string Good = """{"train":[{"input":[[1,2],[3,4]],"output":[[1]]}],"test":[{"input":[[5]]}]}""";
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void A_file_a_bundle_and_a_folder_are_read()
    {
        var task = Assert.Single(TaskLoader.Load(folder.File("one.json", "\uFEFF" + Good)));
        Assert.Equal(("one", 1, 1), (task.Id, task.Pairs.Count, task.Tests.Count));
        Assert.Equal(["b", "a"], TaskLoader.Load(folder.File("two.json", $$"""{"b":{{Good}},"a":{{Good}}}""")).Select(read => read.Id));
        Assert.Equal(8, TaskLoader.Load(Path.Combine(Cli.Root, "samples")).Count);
    }

    [Theory]
    [InlineData("[0,0,3]", "[0,4,4]", 0, 0)]
    [InlineData("[0,0,3]", "[4,4,4]", 0, 4)]
    [InlineData("[0,3,3]", "[0,4,4]", 3, 4)]
    [InlineData("[3,3,3]", "[0,0,4]", 3, 0)]
    public void Black_is_the_background_of_all_inputs_where_all_have_it_and_a_demonstration_has_most_of_it(
        string demonstration, string test, int ofDemonstration, int ofTest)
    {
        var file = folder.File(
            "one.json", $$"""{"train":[{"input":[{{demonstration}}],"output":[[1]]}],"test":[{"input":[{{test}}]}]}""");
        var task = Assert.Single(TaskLoader.Load(file));
        Assert.Equal((ofDemonstration, ofTest), (task.Pairs[0].Input.Backdrop, task.Tests[0].Input.Backdrop));
        var swapped = View.Plain with { Turn = 1, Colors = [5, 1, 2, 3, 4, 0, 6, 7, 8, 9] };
        Assert.Equal(ofTest == 0 ? 5 : ofTest, swapped.Of(task).Tests[0].Input.Backdrop);
    }

    [Theory]
    [InlineData("[3,4]", "[3]", "training pair 1, input: row 2 has 1 cells, the first row has 2")]
    [InlineData("[3,4]", "[]", "row 2 is empty")]
    [InlineData("[[5]]", "[]", "test pair 1, input: the grid has no rows")]
    [InlineData("[[5]]", "[[0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0]]", "row 1 has more than 30 cells")]
    [InlineData("3,4", "3,-1", "the cell in row 2, column 2 is -1")]
    [InlineData("3,4", "3,10", "the cell in row 2, column 2 is 10")]
    [InlineData("3,4", "3,1.5", "the cell in row 2, column 2 is 1.5")]
    [InlineData("3,4", "null,4", "the cell in row 2, column 1 is null")]
    [InlineData("3,4", "\"3\",4", "is the string \"3\"")]
    [InlineData("3,4", "3,4,", "broken JSON")]
    [InlineData("\"output\":[[1]]", "\"result\":[[1]]", "training pair 1: 'output' is missing")]
    [InlineData("\"test\":[{\"input\":[[5]]}]", "\"tests\":1", "'test' is missing")]
    [InlineData("\"output\":[[1]]", "\"output\":[[1]],\"output\":[[1]]", "the key 'output' appears twice")]
    [InlineData("[{\"input\":[[5]]}]", "[]", "there is no test pair")]
    [InlineData("[[5]]", "5", "expected a grid")]
    public void Bad_tasks_are_named_by_file_task_pair_and_cell(string good, string bad, string sentence)
    {
        var fault = Fault(Good.Replace(good, bad));
        Assert.Contains(sentence, fault);
        Assert.Contains("task bad", fault);
    }

    [Theory]
    [InlineData("", "")]
    [InlineData("grids", "broken JSON")]
    [InlineData("[]", "expected a task or a bundle of tasks")]
    [InlineData("{}", "no tasks")]
    [InlineData("{\"a\":1}", "task a: expected a task")]
    public void Other_files_are_refused(string content, string sentence) => Assert.Contains(sentence, Fault(content));

    [Fact]
    public void A_folder_without_tasks_and_a_nesting_bomb_are_refused()
    {
        Directory.CreateDirectory(folder["empty"]);
        Assert.Contains("no *.json files", Assert.Throws<DataException>(() => TaskLoader.Load(folder["empty"])).Message);
        Assert.Contains("broken JSON", Fault(string.Concat(Enumerable.Repeat("{\"a\":", 100_000))));
        Assert.Contains("appears twice", Fault($$"""{"a":{{Good}},"a":{{Good}}}"""));
    }

    [Fact]
    public void A_file_truncated_at_any_byte_is_refused()
    {
        var whole = File.ReadAllBytes(Cli.Sample("mirror.json"));
        var end = Array.LastIndexOf(whole, (byte)'}');
        for (var length = 0; length < end; length++)
        {
            File.WriteAllBytes(folder["bad.json"], whole[..length]);
            Assert.StartsWith(folder["bad.json"], Assert.Throws<DataException>(() => TaskLoader.Load(folder["bad.json"])).Message);
        }
    }

    [Fact]
    public void Solutions_must_fit_the_tasks()
    {
        var file = folder.File("one.json", Good);
        Assert.True(TaskLoader.Load(file, folder.File("s.json", """{"one":[[[7]]]}""")).Single().HasOutputs);
        Assert.Throws<DataException>(() => TaskLoader.Load(file, folder.File("s.json", """{"two":[[[7]]]}""")));
        Assert.Throws<DataException>(() => TaskLoader.Load(file, folder.File("s.json", """{"one":[[[7]],[[7]]]}""")));
    }

    private string Fault(string content)
    {
        var file = folder.File("bad.json", content);
        var message = Assert.Throws<DataException>(() => TaskLoader.Load(file)).Message;
        Assert.StartsWith(file, message);
        Assert.DoesNotContain('\n', message);
        return message;
    }
}
