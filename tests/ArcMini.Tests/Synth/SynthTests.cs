using System.Buffers.Binary;
using System.Text;
using System.Text.RegularExpressions;
using ArcMini.Commands.Records;
using ArcMini.Dsl.Compilation;
using ArcMini.Dsl.Syntax;
using ArcMini.Dsl.Values;
using ArcMini.Model;
using ArcMini.Randomness;
using ArcMini.Solving.Knowledge;
using ArcMini.Synth;
using ArcMini.Tasks;
using Xunit;

namespace ArcMini.Tests.Synth;

public class SynthTests
{
    private static readonly SyntheticTask[] Tasks = [.. new TaskStream(7, 1, new(MaxSide: 8)).Tasks().Take(200)];

    [Fact]
    public void The_seed_decides_the_tasks_and_the_number_of_threads_does_not() =>
        Assert.Equal(
            Tasks.Take(50).Select(task => task.Hash),
            new TaskStream(7, 2, new(MaxSide: 8)).Tasks().Take(50).Select(task => task.Hash));

    [Fact]
    public void Another_seed_gives_other_tasks()
    {
        var others = new TaskStream(8, 1, new(MaxSide: 8)).Tasks().Take(50);
        Assert.Empty(Tasks.Select(task => task.Hash).Intersect(others.Select(task => task.Hash)));
    }

    [Fact]
    public void Every_output_is_what_the_program_gives() => Assert.All(Tasks, task =>
    {
        var program = CheckedProgram.Compile(task.Text);
        Assert.All(task.Pairs, pair => Assert.Equal(pair.Output, program.Execute(pair.Input, Limits.Default).Output));
    });

    [Fact]
    public void Every_program_is_right_on_its_task_after_writing_and_loading()
    {
        using var folder = new TemporaryFolder();
        Assert.All(Tasks, task =>
        {
            var loaded = Assert.Single(TaskLoader.Load(folder.File("task.json", Encoding.UTF8.GetString(SynthRecord.Of(task).ToJson()))));
            var program = CheckedProgram.Compile(task.Text);
            Assert.Equal(loaded.Tests[0].Output, program.Execute(loaded.Tests[0].Input, Limits.Default).Output);
            Assert.All(loaded.Pairs, pair => Assert.Equal(pair.Output, program.Execute(pair.Input, Limits.Default).Output));
        });
    }

    [Fact]
    public void Every_program_is_canonical_and_normalised() => Assert.All(Tasks, task =>
    {
        Assert.Equal(task.Text, Parser.Parse(task.Text).ToString());
        Assert.Equal(task.Text, Normaliser.Normalise(Parser.Parse(task.Text)).ToString());
    });

    [Fact]
    public void No_task_comes_twice_and_none_leaves_its_inputs_as_they_are()
    {
        Assert.Equal(Tasks.Length, Tasks.Select(task => task.Hash).Distinct().Count());
        Assert.All(Tasks, task => Assert.Contains(task.Pairs, pair => !pair.Input.Equals(pair.Output)));
        Assert.All(Tasks, task => Assert.InRange(task.Pairs.Select(pair => pair.Output).Distinct().Count(), 2, 6));
    }

    [Fact]
    public void Programs_come_from_mutation_the_grammar_and_the_bank() =>
        Assert.Equal(
            [ProgramSource.Mutation, ProgramSource.Grammar, ProgramSource.Bank],
            new TaskStream(7, 2, new(MaxSide: 8)).Tasks().Take(1500).Select(task => task.Source).Distinct().Order());

    [Fact]
    public void Every_drawn_program_has_one_outcome()
    {
        var stream = new TaskStream(7, 1, new(MaxSide: 8));
        var tasks = stream.Tasks().Take(500).ToList();
        Assert.True(stream.Tally[DrawOutcome.Kept] >= tasks.Count);
        Assert.Equal(stream.Tally.Drawn, Enum.GetValues<DrawOutcome>().Sum(outcome => stream.Tally[outcome]));
        DrawOutcome[] outcomes =
        [
            DrawOutcome.Unfinished, DrawOutcome.Failed, DrawOutcome.Known, DrawOutcome.Dull, DrawOutcome.Reduced, DrawOutcome.Spare,
        ];
        Assert.All(outcomes, outcome => Assert.NotEqual(0, stream.Tally[outcome]));
    }

    [Fact]
    public void The_last_step_of_no_program_can_be_dropped()
    {
        var shorter = Tasks.Select(task => (task.Pairs, Program: WithoutLastStep(task.Program)))
            .Where(task => task.Program is not null).ToList();
        Assert.InRange(shorter.Count, 50, Tasks.Length);
        Assert.All(shorter, task =>
            Assert.Contains(task.Pairs, pair => !pair.Output.Equals(task.Program!.Execute(pair.Input, Limits.Default).Output)));

        static CheckedProgram? WithoutLastStep(ArcProgram program)
        {
            try
            {
                return program is { Bindings.Count: 0, Result: Call { Arguments: [Call or Name, ..] } call }
                    ? Checker.Check(new([], call.Arguments[0], []))
                    : null;
            }
            catch (TypeException)
            {
                return null;
            }
        }
    }

    [Fact]
    public void Tasks_left_out_give_neither_programs_nor_grids()
    {
        var seeds = new SeedPrograms(new HashSet<string> { "007bbfb7" });
        Assert.Null(seeds.For("007bbfb7"));
        Assert.NotNull(seeds.For("00d62c1b"));
        Assert.Equal(Corpus.Programs.Count - 1, seeds.Corpus.Count);
        using var folder = new TemporaryFolder();
        Directory.CreateDirectory(folder["tasks"]);
        var pairs = Enumerable.Range(1, 3).Select(n => $$"""{"input": [[{{n}}, 5]], "output": [[{{n}}]]}""");
        foreach (var id in new[] { "007bbfb7", "00d62c1b" })
            folder.File(Path.Combine("tasks", $"{id}.json"), $"[{string.Join(',', pairs)}]");
        var real = RealInputs.Load([folder["tasks"]], 12, new HashSet<string> { "007bbfb7" });
        Assert.All(Enumerable.Range(0, 20), i => Assert.Equal("00d62c1b", real.Draw(new SeededRandom((ulong)i), 3, 100).Task));
    }

    [Fact]
    public void The_corpus_program_of_a_real_task_is_right_in_the_colours_that_its_grids_are_seen_in()
    {
        var program = Parser.Parse("input |> replace(red, blue)");
        var colors = new EquatableList<byte>([0, 3, 5, 1, 2, 4, 6, 7, 8, 9]);
        Assert.Equal("input |> replace(grey, green)", new RealScene("x", new(0, colors), []).Seen(program)!.ToString());
        Assert.Null(new RealScene("x", new(1, colors), []).Seen(program));
    }

    [Fact]
    public void The_report_is_a_page_with_a_picture_and_the_program_of_each_task()
    {
        var report = new SynthReport(new SeededRandom(1));
        foreach (var task in Tasks)
            report.Add(task);
        var page = report.ToPage();
        Assert.Equal(40, page.Cards.Count);
        Assert.All(page.Cards, card =>
        {
            var body = card.Body.ToString();
            Assert.Single(Regex.Matches(body, "<pre "));
            Assert.InRange(Regex.Count(body, "<svg "), 4, 20);
            Assert.DoesNotContain(" |> ", body);
        });
    }

    [Fact]
    public void No_program_comes_too_often() =>
        Assert.InRange(new TaskStream(7, 2, new(MaxSide: 8)).Tasks().Take(1500).GroupBy(task => task.Text).Max(same => same.Count()), 2, 3);

    [Fact]
    public void A_shard_holds_the_examples_one_after_the_other()
    {
        using var folder = new TemporaryFolder();
        using (var writer = new ShardWriter(folder["shards"]))
            foreach (var task in Tasks)
                writer.Add(task);
        var tokens = Directory.GetFiles(folder["shards"], "*.bin").Order().SelectMany(Read).ToList();
        Assert.Equal(Tasks.Length, tokens.Count(token => token == Vocabulary.Current.Bos));
        Assert.Equal(Tasks.Sum(task => task.Example.Count), tokens.Count);

        static IEnumerable<ushort> Read(string file) =>
            File.ReadAllBytes(file).Chunk(2).Select(bytes => BinaryPrimitives.ReadUInt16LittleEndian(bytes));
    }

    [Theory]
    [InlineData("let shapes2 = objects(input)\nfirst(shapes2)", "input |> objects |> first")]
    [InlineData(
        "let o = objects(input)\nlet p = first(o)\ninput |> paint(o) |> paint(p)",
        "let a = input |> objects\ninput |> paint(a) |> paint(a |> first)")]
    [InlineData("input |> paint(objects(input) |> map(o => recolor(o, red)))", "input |> paint(input |> objects |> map(recolor(red)))")]
    [InlineData("input |> objects |> max_by(o => size(o))", "input |> objects |> max_by(size)")]
    [InlineData("let a = input\ninput |> paint(a |> flip_x) |> paint(a)", "input |> paint(input |> flip_x) |> paint(input)")]
    [InlineData("input |> objects |> map(o => paint(o, o)) |> first", "input |> objects |> map(a => a |> paint(a)) |> first")]
    [InlineData(
        "input |> turned(g => g != transpose(g), g => g |> paint_where(red, p => row_of(p) == 1))",
        "input |> turned(a => a != transpose(a), paint_where(red, a => row_of(a) == 1))")]
    public void What_can_be_written_in_several_ways_is_written_in_one(string source, string normal) =>
        Assert.Equal(normal, Normaliser.Normalise(Parser.Parse(source)).ToString());
}
