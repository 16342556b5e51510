using ArcMini.Dsl.Values;
using ArcMini.Randomness;
using ArcMini.Synth;
using ArcMini.Tasks;
using Xunit;

namespace ArcMini.Tests.Synth;

public class HeldOutTests
{
    private static readonly string[] Sets = ["arc-agi_validation", "concept-arc", "mini-arc"];

    [SkippableFact]
    public void The_embedded_list_is_up_to_date()
    {
        var expected = HeldOut.List(Sets.SelectMany(ArcData.Load), ArcData.Load("arc-agi_training"));
        if (Environment.GetEnvironmentVariable("ARCMINI_WRITE") is { Length: > 0 } file)
            File.WriteAllBytes(file, expected);
        using var stream = typeof(HeldOut).Assembly.GetManifestResourceStream("held-out")!;
        using var carried = new MemoryStream();
        stream.CopyTo(carried);
        Assert.Equal(expected, carried.ToArray());
    }

    [SkippableFact]
    public void No_grid_of_the_sets_is_in_tasks_made_of_training_grids()
    {
        var known = ArcData.Load("arc-agi_training").SelectMany(HeldOut.GridsOf).ToHashSet();
        var secret = Sets.SelectMany(ArcData.Load).SelectMany(HeldOut.GridsOf)
            .Where(grid => HeldOut.IsTelling(grid) && !known.Contains(grid)).ToHashSet();
        Assert.NotEmpty(secret);
        var real = RealInputs.Load(
            [ArcData.PathOf("arc-agi_training_challenges.json"), ArcData.PathOf("re_arc/tasks")], 12, new HashSet<string>());
        var made = new TaskStream(3, 2, new(12, Inputs: real)).Tasks().Take(1500).ToList();
        Assert.InRange(made.Count(task => task.Scene == "real"), 300, 1200);
        Assert.DoesNotContain(made.SelectMany(task => task.Pairs), pair => secret.Contains(pair.Input) || secret.Contains(pair.Output));
    }

    [SkippableTheory]
    [InlineData("arc-agi_validation")]
    [InlineData("concept-arc")]
    [InlineData("mini-arc")]
    public void Their_files_are_refused_under_any_name(string set)
    {
        using var folder = new TemporaryFolder();
        var file = folder["training.json"];
        File.Copy(ArcData.PathOf($"{set}_challenges.json"), file);
        Assert.Matches(
            @"training\.json: task \S+ is of a set that models are measured on and must not learn from; leave it out of --inputs",
            Assert.Throws<DataException>(() => RealInputs.Load([file], 30, new HashSet<string>())).Message);
    }

    [SkippableFact]
    public void A_task_that_shares_a_single_grid_with_a_set_loses_only_that_grid()
    {
        using var folder = new TemporaryFolder();
        var secret = ArcData.Load("concept-arc").SelectMany(HeldOut.GridsOf)
            .First(grid => HeldOut.Contains(grid) && grid.Rows <= 12 && grid.Cols <= 12);
        var grids = Enumerable.Range(1, 3).Select(n => Budget.Load(1, 10, [(byte)n, 2, 3, 4, 5, 6, 7, 8, 9, 0])).Append(secret);
        var pairs = grids.Select(grid => $$"""{"input": {{Json(grid)}}, "output": [[1]]}""");
        Directory.CreateDirectory(folder["tasks"]);
        folder.File(Path.Combine("tasks", "mine.json"), $"[{string.Join(',', pairs)}]");
        var real = RealInputs.Load([folder["tasks"]], 12, new HashSet<string>());
        Assert.All(Enumerable.Range(0, 20), i => Assert.Equal(3, real.Draw(new SeededRandom((ulong)i), 9, 1000).Grids.Length));
    }

    [Fact]
    public void Small_grids_and_grids_of_one_colour_are_not_telling()
    {
        Assert.False(HeldOut.IsTelling(Budget.Load(3, 3, [1, 2, 3, 4, 5, 6, 7, 8, 9])));
        Assert.False(HeldOut.IsTelling(Budget.Load(5, 5, new byte[25])));
        Assert.True(HeldOut.IsTelling(Budget.Load(2, 5, [0, 0, 0, 0, 0, 0, 0, 0, 0, 1])));
    }

    [Fact]
    public void Foreign_files_in_the_folder_of_shards_stay()
    {
        using var folder = new TemporaryFolder();
        Directory.CreateDirectory(folder["shards"]);
        var foreign = folder.File(Path.Combine("shards", "weights.bin"), "mine");
        Assert.Equal(
            $"{foreign} is no shard of arcmini synth: choose another folder for --shards, or move the file away",
            Assert.Throws<DataException>(() => new ShardWriter(folder["shards"])).Message);
        Assert.Equal("mine", File.ReadAllText(foreign));
        Assert.Contains(
            "shards cannot be written there",
            Assert.Throws<DataException>(() => new ShardWriter(Path.Combine(foreign, "below"))).Message);
    }

    private static string Json(Grid grid) => $"[{string.Join(',', Rows(grid))}]";

    private static IEnumerable<string> Rows(Grid grid) =>
        from row in Enumerable.Range(0, grid.Rows)
        select $"[{string.Join(',', Enumerable.Range(0, grid.Cols).Select(col => grid[row, col]))}]";
}
