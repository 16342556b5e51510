using System.Buffers.Binary;
using ArcMini.Dsl.Runtime;
using ArcMini.Dsl.Syntax;
using ArcMini.Model;
using ArcMini.Synth;
using Xunit;

namespace ArcMini.Tests.Synth;

public class SynthTests
{
    private static readonly SyntheticTask[] Tasks = [.. new TaskStream(7, 1, new(MaxSide: 8)).Tasks().Take(200)];

    [Fact]
    public void The_seed_decides_the_tasks_and_the_number_of_threads_does_not() =>
        Assert.Equal(Tasks.Take(50).Select(task => task.Hash), new TaskStream(7, 2, new(MaxSide: 8)).Tasks().Take(50).Select(task => task.Hash));

    [Fact]
    public void Another_seed_gives_other_tasks() =>
        Assert.Empty(Tasks.Select(task => task.Hash).Intersect(new TaskStream(8, 1, new(MaxSide: 8)).Tasks().Take(50).Select(task => task.Hash)));

    [Fact]
    public void Every_output_is_what_the_program_gives() => Assert.All(Tasks, task =>
    {
        var program = CheckedProgram.Compile(task.Text);
        Assert.All(task.Pairs, pair => Assert.Equal(pair.Output, program.Execute(pair.Input, Limits.Default).Output));
    });

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
    public void No_program_comes_too_often() =>
        Assert.InRange(new TaskStream(7, 2, new(MaxSide: 8)).Tasks().Take(1500).GroupBy(task => task.Text).Max(same => same.Count()), 2, 8);

    [Fact]
    public void A_shard_holds_the_examples_one_after_the_other()
    {
        var folder = Directory.CreateTempSubdirectory("arcmini-shards").FullName;
        using (var writer = new ShardWriter(folder))
            foreach (var task in Tasks)
                writer.Add(task);
        var tokens = Directory.GetFiles(folder, "*.bin").Order().SelectMany(Read).ToList();
        Assert.Equal(Tasks.Length, tokens.Count(token => token == Vocabulary.Current.Bos));
        Assert.Equal(Tasks.Sum(task => task.Tokens), tokens.Count);
        Directory.Delete(folder, true);

        static IEnumerable<ushort> Read(string file) => File.ReadAllBytes(file).Chunk(2).Select(bytes => BinaryPrimitives.ReadUInt16LittleEndian(bytes));
    }

    [Theory]
    [InlineData("let shapes2 = objects(input)\nfirst(shapes2)", "input |> objects |> first")]
    [InlineData("let o = objects(input)\nlet p = first(o)\ninput |> paint(o) |> paint(p)", "let a = input |> objects\ninput |> paint(a) |> paint(a |> first)")]
    [InlineData("input |> paint(objects(input) |> map(o => recolor(o, red)))", "input |> paint(input |> objects |> map(recolor(red)))")]
    [InlineData("input |> objects |> max_by(o => size(o))", "input |> objects |> max_by(size)")]
    [InlineData("input |> objects |> map(o => paint(o, o)) |> first", "input |> objects |> map(a => a |> paint(a)) |> first")]
    public void What_can_be_written_in_several_ways_is_written_in_one(string source, string normal) =>
        Assert.Equal(normal, Normaliser.Normalise(Parser.Parse(source)).ToString());
}
