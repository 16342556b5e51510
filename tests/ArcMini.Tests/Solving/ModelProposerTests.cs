using System.Diagnostics;
using ArcMini.Dsl.Values;
using ArcMini.Model;
using ArcMini.Solving.Judging;
using ArcMini.Solving.Proposers;
using ArcMini.Solving.Proposing;
using ArcMini.Tasks;
using Xunit;

namespace ArcMini.Tests.Solving;

public class ModelProposerTests
{
    private static readonly ArcTask Mirrored = new("mirrored", [new(Read("12/30"), Read("21/03")), new(Read("450"), Read("054"))], [new(Read("77/01"), null)]);

    [Fact]
    public void What_is_written_for_a_view_holds_for_the_task()
    {
        using var model = new Scripted("input |> flip_x");
        Assert.All(Programs(model, new(Views: 1)), program => Assert.Equal("input |> flip_x", program));
        var verified = 0;
        Propose(model, new(Views: 16), Mirrored, candidate => verified += candidate.Verified ? 1 : 0);
        Assert.InRange(verified, 2, 16);
    }

    [Fact]
    public void Colours_are_written_as_the_task_has_them()
    {
        using var model = new Scripted("input |> recolor(red) |> flip_x");
        Assert.InRange(Programs(model, new(Views: 8)).Count(program => !program.Contains("red")), 4, 8);
    }

    [Fact]
    public void Samples_are_divided_over_the_views_and_each_program_is_offered_once()
    {
        using var model = new Scripted("input |> flip_x", "input |> flip_x", "input |> nonsense(", "input |> transpose", "input |> recolor(?)");
        Assert.Equal(["input |> flip_x", "input |> transpose"], Programs(model, new(Views: 1), predictions: 5));
        model.Asked.Clear();
        Programs(model, new(Views: 4), predictions: 10);
        Assert.Equal([3, 3, 2, 2], model.Asked.Select(options => options.Samples).OrderDescending());
        model.Asked.Clear();
        Programs(model, new(Views: 2), predictions: 3 * SamplingOptions.MostSamples - 3);
        Assert.Equal(Enumerable.Repeat(SamplingOptions.MostSamples - 1, 3), model.Asked.Select(options => options.Samples));
    }

    [Fact]
    public void What_became_of_the_samples_is_reported()
    {
        using var model = new Scripted(
            "input |> flip_x", "flip_x(input)", "input |> flip_x |> flip_x |> flip_x", "input |> transpose", "input |> objects |> nth(50)", "input |> recolor(?)",
            "input |> fill(3)", "input |> nonsense(");
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
    public void Other_literals_are_tried_in_what_is_not_right(string written, string right)
    {
        var task = new ArcTask("filled", [new(Read("12/30"), Read("12/34")), new(Read("050/600"), Read("454/644"))], [new(Read("70"), null)]);
        using var model = new Scripted(written);
        Assert.Contains(right, Programs(model, new(Views: 1), 1, task));
    }

    [Fact]
    public void Another_position_is_tried_for_what_is_not_right()
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
        Assert.Equal(Programs(model, new(Views: 8), threads: 1), Programs(model, new(Views: 8), threads: 3));
    }

    [Fact]
    public void A_prompt_too_long_drops_pairs_and_is_left_out_where_one_is_too_long()
    {
        var large = Read(string.Join('/', Enumerable.Repeat(new string('1', 30), 30)));
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
            $"some.gguf: the model was made for version 0 of the language, and this is version {Vocabulary.Language}: choose another model with --model",
            Assert.Throws<ModelException>(() => new ProgramModel(model)).Message);
    }

    [Fact]
    public void Time_ends_the_asking_and_what_is_written_by_then_is_offered()
    {
        using var model = new Scripted("input |> flip_x") { Delay = TimeSpan.FromSeconds(60) };
        var clock = Stopwatch.StartNew();
        var offered = new List<string>();
        Propose(model, new(Views: 1), Mirrored, candidate => offered.Add($"{candidate.Proposal.Program.Source}"), TimeSpan.FromMilliseconds(50));
        Assert.Equal(["input |> flip_x"], offered);
        Assert.InRange(clock.Elapsed, TimeSpan.Zero, TimeSpan.FromSeconds(30));
    }

    private static List<string> Programs(Scripted model, ModelOptions options, int predictions = 16, ArcTask? task = null, int threads = 2)
    {
        var programs = new List<string>();
        Propose(model, options, task ?? Mirrored, candidate => programs.Add($"{candidate.Proposal.Program.Source}"), predictions: predictions, threads: threads);
        return programs;
    }

    private static SampleReport Propose(
        Scripted model, ModelOptions options, ArcTask task, Action<Candidate> offered, TimeSpan? time = null, int predictions = 16, int threads = 2) =>
        new ModelProposer(new(model), options).Propose(task, [], new(time ?? TimeSpan.FromMinutes(5), threads, predictions, 0, 3), proposal =>
        {
            var candidate = Candidate.Of(proposal, task, default);
            offered(candidate);
            return candidate;
        }, default).Samples!;

    private static Grid Read(string text) => GridText.TryRead(text, out var grid) ? grid : throw new FormatException(text);

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

        public IReadOnlyList<ModelToken> Vocabulary { get; init; } = [.. ArcMini.Model.Vocabulary.Current.Tokens.Select(token => new ModelToken(token.Text, token.Kind switch
        {
            TokenKind.Byte => ModelTokenKind.Byte,
            TokenKind.Control => ModelTokenKind.Control,
            _ => ModelTokenKind.Text,
        }))];

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
