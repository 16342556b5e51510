using System.Security.Cryptography;
using System.Text.RegularExpressions;
using ArcMini.Model;
using ArcMini.Model.Llama;
using Xunit;

namespace ArcMini.Tests.Model.Llama;

/// <summary>A tiny model in a temporary file, loaded once for all tests of a class.</summary>
public sealed class TinyModelFixture : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("arcmini-test-").FullName;

    public TinyModelFixture()
    {
        File = Write("tiny.gguf", new TinyModel().Build());
        Model = LlamaModel.Load(File, gpuLayers: 0);
    }

    internal string File { get; }
    internal LlamaModel Model { get; }

    internal string Write(string name, GgufWriter writer) => Write(name, writer.ToBytes());

    internal string Write(string name, byte[] bytes)
    {
        var path = Path.Combine(folder, name);
        System.IO.File.WriteAllBytes(path, bytes);
        return path;
    }

    public void Dispose()
    {
        Model.Dispose();
        Directory.Delete(folder, recursive: true);
    }
}

public partial class LlamaModelTests(TinyModelFixture fixture) : IClassFixture<TinyModelFixture>
{
    private const string PipelineGrammar = """
        root ::= "input" (" |> " step)*
        step ::= "flip_x()" | "flip_y()" | "recolor(" color ", " color ")"
        color ::= "red" | "blue"
        """;

    [GeneratedRegex(@"^input( \|> (flip_x\(\)|flip_y\(\)|recolor\((red|blue), (red|blue)\)))*$")]
    private static partial Regex Pipeline();

    private LlamaModel Model => fixture.Model;

    private static readonly SamplingOptions free = new(Samples: 8, Temperature: 1, Seed: 7, MaxTokens: 12);
    private static readonly SamplingOptions piped = new(Samples: 40, Temperature: 1, Seed: 7, MaxTokens: 60, PipelineGrammar);

    private int[] Prompt => Model.Tokenize("<bos><input>0 1 2<output>2 1 0<program>");

    [Fact]
    public void Words_and_special_tokens_are_one_token_each_and_the_rest_is_bytes()
    {
        int[] expected =
        [
            TinyModel.Bos, TinyModel.Word("input"), TinyModel.Word(" |> "), TinyModel.Word("recolor("), TinyModel.Word("red"),
            TinyModel.Byte((byte)'7'), TinyModel.Byte((byte)' '), TinyModel.Byte(0xC3), TinyModel.Byte(0xA4), TinyModel.Eos,
        ];
        Assert.Equal(expected, Model.Tokenize("<bos>input |> recolor(red7 ä<eos>"));
        Assert.Equal("input |> recolor(red7 ä", Model.Detokenize(expected));
        Assert.Empty(Model.Tokenize(""));
    }

    [Fact]
    public void The_vocabulary_is_the_files()
    {
        Assert.Equal(TinyModel.VocabularySize, Model.Vocabulary.Count);
        Assert.Equal(new ModelToken("<bos>", ModelTokenKind.Control), Model.Vocabulary[TinyModel.Bos]);
        Assert.Equal(new ModelToken(" |> ", ModelTokenKind.Text), Model.Vocabulary[TinyModel.Word(" |> ")]);
        Assert.All(Enumerable.Range(0, 256), b =>
            Assert.Equal(new ModelToken($"<0x{b:X2}>", ModelTokenKind.Byte), Model.Vocabulary[TinyModel.Byte((byte)b)]));
    }

    [Fact]
    public void Info_says_what_the_file_says()
    {
        Assert.Equal(fixture.File, Model.Info.File);
        Assert.Equal(256, Model.Info.ContextLength);
        Assert.Equal(TinyModel.VocabularySize, Model.Info.VocabularySize);
        Assert.Equal(Vocabulary.Language, Model.Info.Metadata["arcmini.language"]);
        Assert.Equal(0, Model.Info.GpuLayers);
        Assert.StartsWith("CPU (", Model.Info.Backend);
        Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(fixture.File))), Model.Info.Sha256);
    }

    [Fact]
    public void The_seed_determines_the_samples()
    {
        var first = Model.Generate(Prompt, free, default);
        Assert.Equal(8, first.Count);
        Assert.Equal(first.Select(s => s.Tokens), Model.Generate(Prompt, free, default).Select(s => s.Tokens));
        Assert.Equal(first.Select(s => s.LogProbability), Model.Generate(Prompt, free, default).Select(s => s.LogProbability));
        Assert.NotEqual(first.Select(s => s.Tokens), Model.Generate(Prompt, free with { Seed = 8 }, default).Select(s => s.Tokens));
        Assert.Equal(8, first.Select(s => string.Join(' ', s.Tokens)).Distinct().Count());
    }

    [Fact]
    public void The_calls_of_a_generation_can_be_made_again_without_it()
    {
        var recording = Model.Record(Prompt, free, default);
        var samples = Model.Generate(Prompt, free, default);
        var tokens = Model.Replay(recording);
        Assert.InRange(tokens, Prompt.Length + samples.Max(sample => sample.Tokens.Count), Prompt.Length + free.Samples * free.MaxTokens);
        Assert.Equal(tokens, Model.Replay(recording));
    }

    [Fact]
    public void Every_sample_obeys_the_grammar()
    {
        var samples = Model.Generate(Prompt, piped, default);
        Assert.InRange(samples.Count, 30, 40);
        Assert.All(samples, s => Assert.Matches(Pipeline(), s.Text));
        Assert.Equal(samples.Select(s => s.Tokens), Model.Generate(Prompt, piped, default).Select(s => s.Tokens));
    }

    [Fact]
    public void All_continuations_are_drawn_where_there_are_fewer_than_asked_for()
    {
        const string fewTexts = """root ::= "red" | "blue" | "input" | "inputred" """;
        var options = free with { Samples = SamplingOptions.MostSamples, MaxTokens = 4, Gbnf = fewTexts };
        var samples = Model.Generate(Prompt, options, default);
        Assert.Equal(["blue", "input", "inputred", "red"], samples.Select(s => s.Text).Distinct().Order());
        Assert.Equal(samples.Count, samples.Select(s => string.Join(' ', s.Tokens)).Distinct().Count());
        Assert.Equal(SamplingOptions.MostSamples, Model.Generate(Prompt, piped with { Samples = 300 }, default).Count);
    }

    [Fact]
    public void Generations_at_once_do_not_disturb_each_other()
    {
        var seeds = Enumerable.Range(0, 6);
        Assert.Equal(seeds.Select(Texts), seeds.AsParallel().AsOrdered().WithDegreeOfParallelism(6).Select(Texts));

        string Texts(int seed) => string.Join('|', Model.Generate(Prompt, piped with { Seed = (ulong)seed }, default).Select(s => s.Text));
    }

    [Fact]
    public void Temperature_zero_takes_the_likeliest_continuations()
    {
        var likeliest = Model.Generate(Prompt, piped with { Temperature = 0 }, default);
        Assert.Equal(likeliest.OrderByDescending(s => s.LogProbability), likeliest);
        Assert.All(Model.Generate(Prompt, piped, default), s => Assert.True(s.LogProbability < likeliest[0].LogProbability + 0.01));
        Assert.True(likeliest.Sum(s => s.LogProbability) > Model.Generate(Prompt, piped, default).Sum(s => s.LogProbability));
    }

    [Fact]
    public void The_log_probability_is_the_sum_over_the_tokens()
    {
        var end = TinyModel.Word(" |> ");
        var options = free with { Temperature = 0, StopTokens = [end], Gbnf = """root ::= "redblueinput" """ };
        var sample = Model.Generate(Prompt, options, default)[0];
        int[] whole = [.. sample.Tokens, end];
        var sum = Enumerable.Range(0, whole.Length).Sum(i => LogProbability([.. Prompt, .. whole.Take(i)], whole[i]));
        Assert.InRange(sample.LogProbability, sum - 0.02, sum + 0.02);
    }

    [Fact]
    public void Samples_follow_the_models_distribution_as_far_as_the_grammar_allows()
    {
        const int times = 2000;
        var one = free with { Samples = 1, MaxTokens = 2, Gbnf = """root ::= [a-c]""" };
        var probabilities = "abc".ToDictionary(
            letter => $"{letter}", letter => Math.Exp(LogProbability(Prompt, TinyModel.Byte((byte)letter))));
        var drawn = Enumerable.Range(0, times)
            .Select(seed => Model.Generate(Prompt, one with { Seed = (ulong)seed }, default)[0].Text)
            .CountBy(text => text).ToDictionary();
        var sum = probabilities.Values.Sum();
        Assert.All(probabilities, text => Assert.Equal(text.Value / sum, drawn[text.Key] / (double)times, tolerance: 0.05));
    }

    [Fact]
    public void Tokens_of_a_class_are_one_sample()
    {
        var colors = new int?[TinyModel.VocabularySize];
        colors[TinyModel.Word("red")] = colors[TinyModel.Word("blue")] = 1;
        var options = free with { Temperature = 0, MaxTokens = 3, Gbnf = """root ::= ("red" | "blue" | "input") """ };
        var likelier = LogProbability(Prompt, TinyModel.Word("red")) > LogProbability(Prompt, TinyModel.Word("blue")) ? "red" : "blue";
        Assert.Equal(["blue", "input", "red"], Words(Model.Generate(Prompt, options, default)).Order());
        Assert.Equal(
            [likelier, "input"],
            Words(Model.Generate(Prompt, options with { Classes = colors }, default)).OrderBy(word => word == "input"));

        string[] Words(IEnumerable<Sample> samples) => [.. samples.Where(s => s.Tokens.Count == 1).Select(s => s.Text)];
    }

    [Fact]
    public void A_stop_token_ends_a_sample_where_the_grammar_is_satisfied()
    {
        var stop = TinyModel.Word(" |> ");
        var stopped = Model.Generate(Prompt, free with { Samples = 60, MaxTokens = 30, StopTokens = [stop] }, default);
        Assert.NotEmpty(stopped);
        Assert.DoesNotContain(stopped, s => s.Tokens.Contains(stop));

        var guided = Model.Generate(Prompt, free with { StopTokens = [stop], Gbnf = """root ::= "input" """, Samples = 60 }, default);
        Assert.NotEmpty(guided);
        Assert.All(guided, s => Assert.Equal("input", s.Text));
    }

    [Fact]
    public void There_is_no_sample_where_the_grammar_has_a_dead_end() =>
        Assert.Empty(Model.Generate(Prompt, free with { Gbnf = """root ::= "red" [^\x00-\U0010FFFF]""" }, default));

    private double LogProbability(int[] prompt, int token) => Math.Log(OfEnding(prompt, token) - OfEnding(prompt));

    private double OfEnding(int[] prompt, params int[] stops) =>
        Model.Generate(prompt, free with { MaxTokens = 1, StopTokens = stops }, default).Sum(s => Math.Exp(s.LogProbability));

    [Fact]
    public void A_faulty_grammar_is_refused()
    {
        var e = Assert.Throws<ModelException>(() => Model.Generate(Prompt, free with { Gbnf = "root ::= nothing" }, default));
        Assert.Equal("the grammar is faulty at line 1, column 10: the rule nothing is not defined", e.Message);
    }

    [Fact]
    public void A_prompt_as_long_as_the_context_is_too_long()
    {
        var prompt = Enumerable.Repeat(TinyModel.Word("input"), 256).ToArray();
        var e = Assert.Throws<PromptTooLongException>(() => Model.Generate(prompt, free, default));
        Assert.Equal("the prompt has 256 tokens, which leaves no room in the model's context of 256", e.Message);
        Assert.Equal((256, 256), (e.PromptTokens, e.ContextLength));
        Assert.All(
            Model.Generate(prompt.AsSpan(0, 250), free with { MaxTokens = 100 }, default), s => Assert.InRange(s.Tokens.Count, 0, 5));
    }

    [Fact]
    public void Cancelling_returns_with_the_samples_that_are_complete()
    {
        using var cancel = new CancellationTokenSource(TimeSpan.FromMilliseconds(50));
        var many = piped with { Samples = SamplingOptions.MostSamples, MaxTokens = 200 };
        Assert.InRange(Model.Generate(Prompt, many, cancel.Token).Count, 0, SamplingOptions.MostSamples);
        Assert.Empty(Model.Generate(Prompt, free, new CancellationToken(canceled: true)));
        Assert.Equal(8, Model.Generate(Prompt, free, default).Count);
    }

    [Fact]
    public void Tokens_that_do_not_exist_are_refused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => Model.Generate([0, TinyModel.VocabularySize], free, default));
        Assert.Throws<ArgumentOutOfRangeException>(() => Model.Generate([0], free with { StopTokens = [-1] }, default));
        Assert.Throws<ArgumentException>(() => Model.Generate([], free, default));
    }

    [Fact]
    public void Weights_that_are_no_numbers_are_an_error()
    {
        using var damaged = LlamaModel.Load(fixture.Write("nan.gguf", new TinyModel(Scale: float.NaN).Build()), gpuLayers: 0);
        var e = Assert.Throws<ModelException>(() => damaged.Generate(damaged.Tokenize("input"), free, default));
        Assert.EndsWith("nan.gguf: the model computes no numbers: its weights are damaged", e.Message);
    }

    [SkippableFact]
    public void Layers_on_a_gpu_that_is_not_there_are_an_error()
    {
        Skip.If(Natives.Report().HasGpu, "this machine has a GPU");
        var e = Assert.Throws<ModelException>(() => LlamaModel.Load(fixture.File, gpuLayers: 3));
        Assert.StartsWith("3 layers were asked to be on a GPU, but none can be used: ", e.Message);
        Assert.Contains("libggml-cuda.so", e.Message);
        using var model = LlamaModel.Load(fixture.File);
        Assert.Equal(0, model.Info.GpuLayers);
    }
}
