using System.Text;
using System.Text.RegularExpressions;
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
    public void Black_is_the_background_of_all_inputs_if_all_have_it_and_a_demonstration_has_most_of_it(
        string demonstration, string test, int ofDemonstration, int ofTest)
    {
        var content = $$"""{"train":[{"input":[{{demonstration}}],"output":[[1]]}],"test":[{"input":[{{test}}]}]}""";
        var task = Assert.Single(TaskLoader.Load(folder.File("one.json", content)));
        Assert.Equal((ofDemonstration, ofTest), (task.Pairs[0].Input.Backdrop, task.Tests[0].Input.Backdrop));
        var swapped = View.Plain with { Turn = 1, Colors = [5, 1, 2, 3, 4, 0, 6, 7, 8, 9] };
        Assert.Equal(ofTest == 0 ? 5 : ofTest, swapped.Of(task).Tests[0].Input.Backdrop);
    }

    [Theory]
    [InlineData("[3,4]", "[3]", "training pair 1, input: row 2 has 1 cells, the first row has 2 (line 1, column 29)")]
    [InlineData("[3,4]", "[3,4,5]", "training pair 1, input: row 2 has more cells than the first row, which has 2 (line 1, column 32)")]
    [InlineData("[3,4]", "[]", "training pair 1, input: row 2 is empty (line 1, column 28)")]
    [InlineData("[[5]]", "[]", "test pair 1, input: the grid has no rows (line 1, column 69)")]
    [InlineData("[[5]]", "5", "test pair 1, input: expected a grid, an array of rows, found 5 (line 1, column 68)")]
    [InlineData("\"output\":[[1]]", "\"result\":[[1]]", "training pair 1: 'output' is missing (line 1, column 48)")]
    [InlineData(
        "\"output\":[[1]]", "\"output\":[[1]],\"output\":[[1]]",
        "training pair 1: the key 'output' appears twice (line 1, column 49)")]
    [InlineData("[{\"input\":[[5]]}]", "[]", "there is no test pair (line 1, column 59)", "task bad: ")]
    [InlineData("[{\"input\":[[5]]}]", "[5]", "test pair 1: expected an object with 'input' and 'output', found 5 (line 1, column 59)")]
    [InlineData("\"test\":[{\"input\":[[5]]}]", "\"tests\":1", "'test' is missing", "task bad: ")]
    public void A_bad_task_is_named_by_file_task_pair_and_place(string good, string bad, string sentence, string task = "task bad, ") =>
        AssertFault(task + sentence, Good.Replace(good, bad));

    [Theory]
    [InlineData("3,-1", "row 2, column 2 is -1", 30)]
    [InlineData("3,10", "row 2, column 2 is 10", 30)]
    [InlineData("3,1.5", "row 2, column 2 is 1.5", 30)]
    [InlineData("null,4", "row 2, column 1 is null", 28)]
    [InlineData("\"3\",4", "row 2, column 1 is the string \"3\"", 28)]
    [InlineData("\"a longer text than 20\",4", "row 2, column 1 is a string", 28)]
    [InlineData("0.12345678901234567890,4", "row 2, column 1 is a long number", 28)]
    [InlineData("[3],4", "row 2, column 1 is an array", 28)]
    [InlineData("{},4", "row 2, column 1 is an object", 28)]
    public void A_bad_cell_is_named_by_row_and_column(string bad, string cell, int column) => AssertFault(
        $"task bad, training pair 1, input: the cell in {cell}; a cell is a whole number from 0 to 9 (line 1, column {column})",
        Good.Replace("3,4", bad));

    [Fact]
    public void A_grid_has_at_most_30_rows_and_columns()
    {
        AssertFault(
            "task bad, test pair 1, input: row 1 has more than 30 cells (line 1, column 130)", Good.Replace("[[5]]", $"[{Row(31)}]"));
        AssertFault(
            "task bad, test pair 1, input: the grid has more than 30 rows (line 1, column 189)", Good.Replace("[[5]]", Column(31)));
        var largest = $"[{string.Join(',', Enumerable.Repeat(Row(30), 30))}]";
        Assert.Equal(900, TaskLoader.Load(folder.File("large.json", Good.Replace("[[5]]", largest)))[0].Tests[0].Input.Area);

        static string Row(int cells) => $"[{string.Join(',', Enumerable.Repeat(0, cells))}]";
        static string Column(int cells) => $"[{string.Join(',', Enumerable.Repeat("[0]", cells))}]";
    }

    [Theory]
    [InlineData("[]", "expected a task or a bundle of tasks, an object, found an array (line 1, column 1)")]
    [InlineData("{}", "no tasks: the object is empty")]
    [InlineData("{\"a\":1}", "task a: expected a task, an object with 'train' and 'test', found 1 (line 1, column 6)")]
    [InlineData($$"""{"a":{{Good}},"a":{{Good}}}""", "the key 'a' appears twice (line 1, column 82)")]
    public void A_file_without_tasks_is_refused(string content, string sentence) => AssertFault(sentence, content);

    [Theory]
    [InlineData("grids", "", 1)]
    [InlineData("{\"a\":[\n1,]}", "", 3)]
    [InlineData("{\"train\":[{\"input\":[[3,4,],[5,6]]}]}", "task bad, training pair 1, input: ", 26)]
    public void Broken_JSON_is_named_by_line_and_column(string content, string place, int column)
    {
        var line = content.Count(sign => sign == '\n') + 1;
        Assert.Matches(
            $@"^{Regex.Escape(folder["bad.json"])}: {place}broken JSON: [^\n]+ \(line {line}, column {column}\)$", Fault(content));
    }

    [Theory]
    [InlineData("")]
    [InlineData(" \n")]
    public void An_empty_file_is_refused(string content) => AssertFault("the file is empty", content);

    [Fact]
    public void A_file_that_lacks_its_end_is_refused() =>
        AssertFault("task bad, training pair 1, input: the file ends too early (line 1, column 28)", "{\"train\":[{\"input\":[[3,4],[");

    [Fact]
    public void A_folder_without_tasks_is_refused()
    {
        Directory.CreateDirectory(folder["empty"]);
        Assert.Equal(
            $"{folder["empty"]}: no tasks: the folder has no *.json files",
            Assert.Throws<DataException>(() => TaskLoader.Load(folder["empty"])).Message);
    }

    [Fact]
    public void A_task_that_is_in_two_files_of_a_folder_is_refused()
    {
        Directory.CreateDirectory(folder["two"]);
        var first = folder.File(Path.Combine("two", "a.json"), Good);
        var second = folder.File(Path.Combine("two", "b.json"), $$"""{"a":{{Good}}}""");
        Assert.Equal(
            $"{second}: task a is already in {first}",
            Assert.Throws<DataException>(() => TaskLoader.Load(folder["two"])).Message);
    }

    [Fact]
    public void A_bundle_may_have_a_task_named_train() =>
        Assert.Equal(["train"], TaskLoader.Load(folder.File("bundle.json", $$"""{"train":{{Good}}}""")).Select(task => task.Id));

    [Fact]
    public void Text_that_is_not_UTF8_is_refused()
    {
        byte[] content = [.. """{"name":" """u8, 0xFF, .. Encoding.UTF8.GetBytes("\"," + Good[1..])];
        File.WriteAllBytes(folder["bad.json"], content);
        Assert.Equal(
            $"{folder["bad.json"]}: not a JSON file: its text is not UTF-8",
            Assert.Throws<DataException>(() => TaskLoader.Load(folder["bad.json"])).Message);
    }

    [Fact]
    public void A_nesting_bomb_is_refused() => Assert.StartsWith(
        $"{folder["bad.json"]}: broken JSON: The maximum configured depth of 64 has been exceeded.",
        Fault(string.Concat(Enumerable.Repeat("{\"a\":", 100_000))));

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
        var task = TaskLoader.Load(file, folder.File("s.json", """{"one":[[[7]]]}""")).Single();
        Assert.Equal("7", $"{task.Tests[0].Output}");
        Assert.Equal($"{folder["s.json"]}: no solution for task one", Fault("""{"two":[[[7]]]}"""));
        Assert.Equal($"{folder["s.json"]}: task one: 2 outputs for 1 test inputs", Fault("""{"one":[[[7]],[[7]]]}"""));

        string Fault(string solutions) =>
            Assert.Throws<DataException>(() => TaskLoader.Load(file, folder.File("s.json", solutions))).Message;
    }

    private void AssertFault(string sentence, string content) => Assert.Equal($"{folder["bad.json"]}: {sentence}", Fault(content));

    private string Fault(string content) =>
        Assert.Throws<DataException>(() => TaskLoader.Load(folder.File("bad.json", content))).Message;
}
