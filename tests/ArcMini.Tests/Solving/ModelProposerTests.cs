using System.Diagnostics;
using ArcMini.Model;
using ArcMini.Solving.Judging;
using ArcMini.Solving.Proposers;
using ArcMini.Solving.Proposing;
using ArcMini.Tasks;
using Xunit;

namespace ArcMini.Tests.Solving;

public class ModelProposerTests
{
    private static readonly ArcTask Mirrored = Make.Task("77/01", ("12/30", "21/03"), ("450", "054"));

    [Fact]
    public void A_program_written_for_a_view_is_rewritten_for_the_task()
    {
        using var model = new Scripted("input |> flip_x");
        Assert.Equal(["input |> flip_x"], Programs(model, new(Views: 1)));
        var verified = 0;
        Propose(model, new(Views: 16), Mirrored, candidate => verified += candidate.Verified ? 1 : 0);
        Assert.InRange(verified, 2, 16);
    }

    [Fact]
    public void Colours_are_those_of_the_task_and_not_of_the_view()
    {
        using var model = new Scripted("input |> recolor(red) |> flip_x");
        Assert.InRange(Programs(model, new(Views: 8)).Count(program => !program.Contains("red")), 4, 8);
    }

    [Fact]
    public void Samples_are_divided_over_the_views_and_each_program_is_offered_once()
    {
        using var model = new Scripted(
            "input |> flip_x", "input |> flip_x", "input |> nonsense(", "input |> transpose", "input |> recolor(?)");
        Assert.Equal(["input |> flip_x", "input |> transpose"], Programs(model, new(Views: 1), predictions: 5));
        model.Asked.Clear();
        Programs(model, new(Views: 4), predictions: 10);
        Assert.Equal([3, 3, 2, 2], model.Asked.Select(options => options.Samples).OrderDescending());
        model.Asked.Clear();
        Programs(model, new(Views: 2), predictions: 3 * SamplingOptions.MostSamples - 3);
        Assert.Equal(Enumerable.Repeat(SamplingOptions.MostSamples - 1, 3), model.Asked.Select(options => options.Samples));
    }

    [Fact]
    public void The_samples_are_counted()
    {
        using var model = new Scripted(
            "input |> flip_x", "flip_x(input)", "input |> flip_x |> flip_x |> flip_x", "input |> transpose",
            "input |> objects |> nth(50)", "input |> recolor(?)", "input |> fill(3)", "input |> nonsense(");
        Assert.Equal(new(8, 8, 6, 4, 3, 2), Propose(model, new(Views: 1), Mirrored, _ => { }, predictions: 8));
        Assert.Equal(new(9, 8, 6, 4, 3, 2), Propose(model, new(Views: 1), Mirrored, _ => { }, predictions: 9));
    }

    [Fact]
    public void Sketches_are_filled()
    {
        using var model = new Scripted("input |> roll(?) |> flip_x", "input |> flip_x |> shift(?)", "input |> scale(?)", "? |> flip_x");
        Assert.Contains("input |> flip_x |> shift((0, 0))", Programs(model, new(Views: 1), predictions: 4));
    }

    [Theory]
    [InlineData("input |> fill(red)", "input |> fill(yellow)")]
    [InlineData("input |> fill(red) |> roll(right) |> roll(right)", "input |> fill(yellow) |> roll(left) |> roll(right)")]
    [InlineData("input |> remap([red], [black])", "input |> remap([black], [yellow])")]
    [InlineData("input |> fill(?) |> shift(left)", "input |> fill(yellow) |> shift((0, 0))")]
    public void Other_literals_are_tried_in_programs_that_are_wrong(string written, string right)
    {
        var task = Make.Task("70", ("12/30", "12/34"), ("050/600", "454/644"));
        using var model = new Scripted(written);
        Assert.Contains(right, Programs(model, new(Views: 1), 1, task));
    }

    [Fact]
    public void Another_position_is_tried_for_programs_that_are_wrong()
    {
        using var model = new Scripted("input |> flip_y");
        Assert.Contains("let view = input |> transpose\nview |> flip_y |> transpose", Programs(model, new(Views: 1), 1));
    }

    [Fact]
    public void Nothing_else_is_tried_where_a_sample_is_right()
    {
        using var model = new Scripted("input |> flip_x", "input |> flip_y");
        Assert.Equal(["input |> flip_x", "input |> flip_y"], Programs(model, new(Views: 1), 2));
    }

    [Fact]
    public void Threads_do_not_change_what_is_found()
    {
        using var model = new Scripted("input |> shift(up) |> flip_y", "input |> roll(left)");
        var programs = Programs(model, new(Views: 8), threads: 1);
        Assert.NotEmpty(programs);
        Assert.Equal(programs, Programs(model, new(Views: 8), threads: 3));
    }

    [Fact]
    public void A_prompt_that_is_too_long_leaves_out_pairs_and_a_test_that_is_too_long_is_not_asked()
    {
        var large = Make.Grid(string.Join('/', Enumerable.Repeat(new string('1', 30), 30)));
        var task = Mirrored with { Pairs = [.. Mirrored.Pairs, new(large, large)] };
        using var model = new Scripted("input |> flip_x") { Context = 200 };
        Assert.Equal(["input |> flip_x"], Programs(model, new(Views: 1), task: task));
        Assert.InRange(model.PromptTokens, 10, 80);
        Assert.Empty(Programs(model, new(Views: 1), task: task with { Tests = [new(large, null)] }));
    }

    [Fact]
    public void Other_models_read_text()
    {
        using var model = new Scripted("input |> flip_x\n") { Vocabulary = [new("a", ModelTokenKind.Text)] };
        Assert.Equal(["input |> flip_x"], Programs(model, new(Views: 1)));
        Assert.StartsWith("input:\n12\n30\noutput:\n21\n03\n", model.Tokenized);
    }

    [Fact]
    public void A_model_made_for_another_version_is_refused_in_one_sentence()
    {
        using var model = new Scripted { Metadata = new() { ["arcmini.language"] = "0" } };
        Assert.Equal(
            $"some.gguf: the model was made for version 0 of the language, and this is version {Vocabulary.Language}: "
            + "choose another model with --model",
            Assert.Throws<ModelException>(() => new ProgramModel(model)).Message);
    }

    [Fact]
    public void A_model_made_for_an_earlier_version_that_can_be_read_is_used()
    {
        using var model = new Scripted("input |> flip_x") { Metadata = new() { ["arcmini.language"] = "2" } };
        Assert.NotEqual("2", Vocabulary.Language);
        Assert.Equal(["input |> flip_x"], Programs(model, new(Views: 1)));
    }

    [Fact]
    public void Once_the_time_is_up_the_programs_written_by_then_are_offered()
    {
        using var model = new Scripted("input |> flip_x") { Delay = TimeSpan.FromSeconds(60) };
        var clock = Stopwatch.StartNew();
        var offered = new List<string>();
        Propose(
            model, new(Views: 1), Mirrored, candidate => offered.Add($"{candidate.Proposal.Program.Source}"),
            TimeSpan.FromMilliseconds(50));
        Assert.Equal(["input |> flip_x"], offered);
        Assert.InRange(clock.Elapsed, TimeSpan.Zero, TimeSpan.FromSeconds(30));
    }

    private static List<string> Programs(
        Scripted model, ModelOptions options, int predictions = 16, ArcTask? task = null, int threads = 2)
    {
        var programs = new List<string>();
        Propose(
            model, options, task ?? Mirrored, candidate => programs.Add($"{candidate.Proposal.Program.Source}"),
            predictions: predictions, threads: threads);
        return programs;
    }

    private static SampleReport Propose(
        Scripted model, ModelOptions options, ArcTask task, Action<Candidate> offered, TimeSpan? time = null, int predictions = 16,
        int threads = 2)
    {
        var budget = new SolveBudget(time ?? TimeSpan.FromMinutes(5), threads, predictions, 0, 3);
        return new ModelProposer(new(model), options).Propose(task, Make.Offers(task).For(offered, default), budget, default).Samples!;
    }

    /// <summary>A model that writes the given texts, one after the other.</summary>
    private sealed class Scripted(params string[] texts) : ILanguageModel
    {
        public List<SamplingOptions> Asked { get; } = [];

        public string Tokenized { get; private set; } = "";

        public int PromptTokens { get; private set; }

        public int Context { get; init; } = 4096;

        public TimeSpan Delay { get; init; }

        public Dictionary<string, string> Metadata { get; init; } = [];

        public ModelInfo Info => new("some.gguf", "scripted", 0, Context, Vocabulary.Count, Metadata, 0, "none");

        public IReadOnlyList<ModelToken> Vocabulary { get; init; } =
        [
            .. ArcMini.Model.Vocabulary.Current.Tokens.Select(token => new ModelToken(token.Text, token.Kind switch
            {
                TokenKind.Byte => ModelTokenKind.Byte,
                TokenKind.Control => ModelTokenKind.Control,
                _ => ModelTokenKind.Text,
            })),
        ];

        public int[] Tokenize(string text)
        {
            Tokenized = text;
            return new int[text.Length];
        }

        public IReadOnlyList<Sample> Generate(ReadOnlySpan<int> prompt, SamplingOptions options, CancellationToken cancel)
        {
            if (cancel.WaitHandle.WaitOne(Delay))
                return [Write(texts[0])];
            lock (Asked)
                Asked.Add(options);
            PromptTokens = prompt.Length;
            return [.. Enumerable.Range(0, options.Samples).Select(i => Write(texts[i % texts.Length]))];
        }

        public void Dispose()
        {
        }

        private Sample Write(string text)
        {
            var tokens = new List<int>();
            ArcMini.Model.Vocabulary.Current.Encode(text, tokens);
            return new(tokens, text, -tokens.Count);
        }
    }
}
