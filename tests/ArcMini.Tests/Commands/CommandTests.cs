using System.Reflection;
using System.Text.Json;
using ArcMini.Commands;
using ArcMini.Commands.Options;
using Snapshooter.Xunit;
using Xunit;

namespace ArcMini.Tests.Commands;

[Collection(Cli.Alone)]
public class CommandTests
{
    [Fact]
    public void Show_draws_a_task() => Snapshot.Match(Cli.Run("show", Cli.Sample("mirror.json")).Out);

    [Fact]
    public void Run_tells_that_all_is_right()
    {
        var reply = Cli.Run("run", Cli.Sample("gravity.arc"), Cli.Sample("gravity.json"));
        Assert.Equal((0, ""), (reply.Code, reply.Error));
        Snapshot.Match(reply.Out);
    }

    [Fact]
    public void Run_shows_where_a_program_differs_and_the_value_of_each_let()
    {
        using var folder = new TemporaryFolder();
        var program = folder.File("wrong.arc", "let flipped = input |> flip_x\nflipped |> mirror_x\n");
        var reply = Cli.Run("run", program, Cli.Sample("mirror.json"));
        Assert.Equal((1, ""), (reply.Code, reply.Error));
        Snapshot.Match(reply.Out);
    }

    [Fact]
    public void Explain_shows_types() => Snapshot.Match(Cli.Run("explain", Cli.Sample("largest.arc")).Out);

    [Fact]
    public void Solve_traces_what_was_tried()
    {
        using var folder = new TemporaryFolder();
        var task = folder.File("odd.json", """
            {"train": [{"input": [[1, 2], [3, 4]], "output": [[7, 1, 9]]}, {"input": [[2, 2], [3, 1]], "output": [[2, 2], [3, 1]]},
                       {"input": [[5, 1], [1, 0]], "output": [[8, 3, 6, 4], [0, 7, 5, 2], [6, 8, 1, 9]]}],
             "test": [{"input": [[1, 1], [4, 2]]}]}
            """);
        var trace = folder["trace.jsonl"];
        string[] options = ["--proposers", "corpus,search", "--max-candidates", "20000", "-t", "1", "--trace", trace];
        Assert.Equal(1, Cli.Run(["solve", task, .. options]).Code);
        using var record = JsonDocument.Parse(File.ReadAllText(trace));
        var search = record.RootElement.GetProperty("proposers").EnumerateArray().Last().GetProperty("search");
        var bands = search.GetProperty("by_cost").EnumerateArray().ToList();
        Assert.NotEmpty(bands);
        Assert.Equal(search.GetProperty("candidates").GetInt64(), bands.Sum(band => band.GetProperty("tried").GetInt64()));
        Assert.InRange(search.GetProperty("kept").GetInt64(), bands.Sum(band => band.GetProperty("kept").GetInt64()), long.MaxValue);
        Assert.NotEmpty(record.RootElement.GetProperty("near_misses").EnumerateArray());
    }

    [Theory]
    [InlineData("search model search search", "model,search")]
    [InlineData("model search search", "model,search", "--without", "first-look")]
    [InlineData("search search model", "search,model")]
    public void The_search_looks_before_the_model_is_asked(string expected, params string[] proposers)
    {
        using var folder = new TemporaryFolder();
        var task = folder.File("odd.json", """{"train": [{"input": [[1, 2]], "output": [[7, 1, 9]]}], "test": [{"input": [[1, 1]]}]}""");
        var model = Path.Combine(Cli.Root, "models", "arcmini.gguf");
        string[] options = ["--max-candidates", "1000", "-n", "1", "-t", "1", "--time-limit", "600", "-ngl", "0", "-m", model];
        Cli.Run(["solve", task, .. options, "--trace", folder["trace.jsonl"], "--proposers", .. proposers]);
        using var record = JsonDocument.Parse(File.ReadAllText(folder["trace.jsonl"]));
        var asked = record.RootElement.GetProperty("proposers").EnumerateArray().Select(report => report.GetProperty("proposer"));
        Assert.Equal(expected, string.Join(' ', asked));
    }

    [Fact]
    public void Solve_gives_a_program_verified_on_all_pairs()
    {
        var reply = Cli.Run("solve", Cli.Sample("mirror.json"), "--proposers", "corpus", "--json");
        Assert.Equal((0, ""), (reply.Code, reply.Error));
        using var record = JsonDocument.Parse(reply.Out);
        Assert.Equal(
            "schema task solved verified trusted program proposer attempts submission solved_first outputs outputs_solved candidates steps "
            + "seconds model seed solved_by_submission",
            string.Join(' ', record.RootElement.EnumerateObject().Select(field => field.Name)));
        Assert.True(record.RootElement.GetProperty("solved").GetBoolean());
        Assert.True(record.RootElement.GetProperty("verified").GetBoolean());
        Assert.Equal("corpus", record.RootElement.GetProperty("proposer").GetString());
    }

    [Fact]
    public void Check_points_at_a_fault()
    {
        using var folder = new TemporaryFolder();
        var reply = Cli.Run("check", folder.File("wrong.arc", "input |> flip_z\n"));
        Assert.Equal((1, ""), (reply.Code, reply.Out));
        Assert.Equal(
            $"{folder["wrong.arc"]}:1:10: 'flip_z' is not known; did you mean 'flip_x'?\n    input |> flip_z\n             ^^^^^^\n",
            reply.Error);
    }

    [Fact]
    public void Fmt_rewrites_in_the_canonical_form_and_check_only_tells()
    {
        using var folder = new TemporaryFolder();
        var file = folder.File("a.arc", "flip_x( input )");
        Assert.Equal(1, Cli.Run("fmt", "--check", file).Code);
        Assert.Equal("flip_x( input )", File.ReadAllText(file));
        Assert.Equal(0, Cli.Run("fmt", file).Code);
        Assert.Equal("input |> flip_x\n", File.ReadAllText(file));
        Assert.Equal(0, Cli.Run("fmt", "--check", file).Code);
    }

    [Fact]
    public void Grammar_prints_the_files_under_grammar()
    {
        Assert.Equal(File.ReadAllText(Path.Combine(Cli.Root, "grammar", "arcmini.gbnf")), Cli.Run("grammar", "--gbnf").Out);
        Assert.Equal(File.ReadAllText(Path.Combine(Cli.Root, "grammar", "reference.md")), Cli.Run("grammar").Out);
    }

    [Theory]
    [InlineData(2, "unknown command 'slove'", "slove", "x.json")]
    [InlineData(2, "expected at least one task file", "solve")]
    [InlineData(2, "'oracle' is unknown", "solve", "ROOT/samples/mirror.json", "--proposers", "oracle")]
    [InlineData(2, "--time-limit: expected", "solve", "x.json", "--time-limit", "-1")]
    [InlineData(2, "provided value: x; see arcmini solve --help", "solve", "x.json", "--max-candidates", "x")]
    [InlineData(2, "found '2/2'",
        "evaluate", "ROOT/samples", "--proposers", "corpus", "--shard", "2/2")]
    [InlineData(3, "there is no such file", "solve", "nowhere.json", "--proposers", "corpus")]
    [InlineData(3, "there is no such file", "run", "nowhere.arc", "nowhere.json")]
    [InlineData(3, "there is no such folder", "merge", "nowhere", "--output", "x.json")]
    [InlineData(4, "cannot read the model nowhere.gguf: there is no such file",
        "solve", "ROOT/samples/mirror.json", "--proposers", "model", "-m", "nowhere.gguf")]
    public void Faults_are_one_sentence_and_an_exit_code(int code, string sentence, params string[] args)
    {
        var reply = Cli.Run([.. args.Select(arg => arg.Replace("ROOT", Cli.Root))]);
        Assert.Equal((code, ""), (reply.Code, reply.Out));
        Assert.Contains(sentence, reply.Error);
        Assert.Single(reply.Error.TrimEnd('\n').Split('\n'));
    }

    [Fact]
    public void Every_option_is_known_to_the_command_line()
    {
        var methods = typeof(App).Assembly.GetTypes().Where(type => type.Namespace == typeof(App).Namespace)
            .SelectMany(type => type.GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly))
            .Where(method => method.GetCustomAttributesData().Any(attribute => attribute.AttributeType.Name == "CommandAttribute"))
            .ToList();
        var options = methods.SelectMany(method => method.GetParameters())
            .Where(parameter => !IsArgument(parameter) && parameter.ParameterType.Namespace!.StartsWith("System", StringComparison.Ordinal)
                && parameter.ParameterType != typeof(CancellationToken))
            .ToLookup(parameter => parameter.ParameterType == typeof(bool), parameter => "--" + Kebab(parameter.Name!));
        string[] switches = ["--json", "--no-color", "-q", "--quiet", "-h", "--help", "--version", "--digits"];
        Assert.Equal(CommandLine.Switches.Order(), options[true].Concat(switches).Distinct().Order());
        Assert.Subset(CommandLine.Valued.ToHashSet(), options[false].ToHashSet());
        Assert.Equal(
            CommandLine.WithoutFiles.Order(),
            methods.Where(method => !method.GetParameters().Any(IsArgument)).Select(method => Kebab(method.Name)).Order());
        var reply = Cli.Run("solve", "--help");
        Assert.All(
            CommandLine.Valued.Except(options[false]),
            option => Assert.Matches($@"(^|\s){option}[\s,].*<", reply.Out.Replace("\n", " \n")));

        static bool IsArgument(ParameterInfo parameter) =>
            parameter.GetCustomAttributesData().Any(attribute => attribute.AttributeType.Name == "ArgumentAttribute");

        static string Kebab(string name) => JsonNamingPolicy.KebabCaseLower.ConvertName(name);
    }
}
