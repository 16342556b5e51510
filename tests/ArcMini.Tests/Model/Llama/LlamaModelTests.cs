using System.Security.Cryptography;
using System.Text.RegularExpressions;
using ArcMini.Model;
using ArcMini.Model.Llama;
using Xunit;

namespace ArcMini.Tests.Model.Llama;

/// <summary>A tiny model in a temporary file, loaded once for all tests of a class.</summary>
public sealed class TinyModelFixture : IDisposable
{
    readonly string folder = Directory.CreateTempSubdirectory("arcmini-test-").FullName;

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
    const string PipelineGrammar = """
        root ::= "input" (" |> " step)*
        step ::= "flip_x()" | "flip_y()" | "recolor(" color ", " color ")"
        color ::= "red" | "blue"
        """;

    [GeneratedRegex(@"^input( \|> (flip_x\(\)|flip_y\(\)|recolor\((red|blue), (red|blue)\)))*$")]
    private static partial Regex Pipeline();

    LlamaModel Model => fixture.Model;

    static readonly SamplingOptions free = new(Samples: 8, Temperature: 1, Seed: 7, MaxTokens: 12);
    static readonly SamplingOptions piped = new(Samples: 40, Temperature: 1, Seed: 7, MaxTokens: 60, PipelineGrammar);

    int[] Prompt => Model.Tokenize("<bos><input>0 1 2<output>2 1 0<program>");

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
        Assert.True(first.Select(s => s.Text).Distinct().Count() > 4);
    }

    [Fact]
    public void The_calls_of_a_generation_can_be_made_again_without_it()
    {
        var calls = Model.Calls(Prompt, free, default);
        var samples = Model.Generate(Prompt, free, default);
        var tokens = Model.Replay(calls);
        Assert.InRange(tokens, Prompt.Length + samples.Max(sample => sample.Tokens.Count) - 1, Prompt.Length + samples.Sum(sample => sample.Tokens.Count));
        Assert.Equal(tokens, Model.Replay(calls));
    }

    [Fact]
    public void Every_sample_obeys_the_grammar()
    {
        var samples = Model.Generate(Prompt, piped, default);
        Assert.Equal(40, samples.Count);
        Assert.All(samples.Where(s => s.Complete), s => Assert.Matches(Pipeline(), s.Text));
        Assert.True(samples.Count(s => s.Complete) > 5);
        Assert.Equal(samples.Select(s => s.Tokens), Model.Generate(Prompt, piped, default).Select(s => s.Tokens));
    }

    [Fact]
    public void More_samples_than_live_at_once_are_all_drawn()
    {
        var samples = Model.Generate(Prompt, piped with { Samples = 300, MaxTokens = 20 }, default);
        Assert.Equal(300, samples.Count);
        Assert.All(samples.Where(s => s.Complete), s => Assert.Matches(Pipeline(), s.Text));
    }

    [Fact]
    public void Generations_at_once_do_not_disturb_each_other()
    {
        var seeds = Enumerable.Range(0, 6);
        Assert.Equal(seeds.Select(Texts), seeds.AsParallel().AsOrdered().WithDegreeOfParallelism(6).Select(Texts));

        string Texts(int seed) => string.Join('|', Model.Generate(Prompt, piped with { Seed = (ulong)seed }, default).Select(s => s.Text));
    }

    [Fact]
    public void Temperature_zero_takes_the_likeliest_tokens()
    {
        var samples = Model.Generate(Prompt, free with { Temperature = 0 }, default);
        Assert.Single(samples.Select(s => string.Join(' ', s.Tokens)).Distinct());
        Assert.All(Model.Generate(Prompt, free with { Samples = 50 }, default).Where(s => s.Tokens.Count == samples[0].Tokens.Count),
            s => Assert.True(s.LogProbability < samples[0].LogProbability + 5));
        Assert.Equal(samples[0].Tokens, Model.Generate(Prompt, free with { TopP = 1e-9 }, default)[3].Tokens);
    }

    [Fact]
    public void The_log_probability_is_the_sum_over_the_tokens()
    {
        var greedy = free with { Temperature = 0, Samples = 1 };
        var sample = Model.Generate(Prompt, greedy, default)[0];
        var sum = Enumerable.Range(0, sample.Tokens.Count).Sum(i =>
            Model.Generate([.. Prompt, .. sample.Tokens.Take(i)], greedy with { MaxTokens = 1 }, default)[0].LogProbability);
        Assert.InRange(sample.LogProbability, sum - 0.02, sum + 0.02);
    }

    [Fact]
    public void Samples_follow_the_models_distribution_as_far_as_the_grammar_allows()
    {
        var one = free with { Samples = 4000, MaxTokens = 1, Gbnf = """root ::= ("red" | "blue" | "input") "x" """ };
        var groups = Model.Generate(Prompt, one, default).GroupBy(s => s.Tokens[0]).ToDictionary(g => g.Key, g => g.ToList());
        Assert.Equal(["b", "blue", "i", "input", "r", "red"], groups.Keys.Select(t => Model.Detokenize([t])).Order(StringComparer.Ordinal));
        var total = groups.Values.Sum(g => Math.Exp(g[0].LogProbability));
        Assert.All(groups.Values, g => Assert.Equal(Math.Exp(g[0].LogProbability) / total, g.Count / 4000.0, tolerance: 0.04));
    }

    [Fact]
    public void A_stop_token_ends_a_sample_where_the_grammar_is_satisfied()
    {
        var stop = TinyModel.Word(" |> ");
        var stopped = Model.Generate(Prompt, free with { Samples = 300, MaxTokens = 30, StopTokens = [stop] }, default);
        Assert.Contains(stopped, s => s.Complete);
        Assert.DoesNotContain(stopped, s => s.Tokens.Contains(stop));

        var guided = Model.Generate(Prompt, free with { StopTokens = [stop], Gbnf = """root ::= "input" """, Samples = 100 }, default);
        Assert.All(guided, s => Assert.Equal((true, "input"), (s.Complete, s.Text)));
    }

    [Fact]
    public void A_dead_end_of_the_grammar_leaves_an_incomplete_sample()
    {
        var samples = Model.Generate(Prompt, free with { Gbnf = """root ::= "red" [^\x00-\U0010FFFF]""" }, default);
        Assert.Equal(8, samples.Count);
        Assert.All(samples, s => Assert.Equal((false, "red"), (s.Complete, s.Text)));
    }

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
        var shortest = Model.Generate(prompt.AsSpan(0, 250), free with { MaxTokens = 100 }, default);
        Assert.All(shortest, s => Assert.InRange(s.Tokens.Count, 0, 6));
    }

    [Fact]
    public void Cancelling_returns_with_the_samples_that_are_complete()
    {
        using var cancel = new CancellationTokenSource(TimeSpan.FromMilliseconds(200));
        var samples = Model.Generate(Prompt, free with { Samples = 100_000, MaxTokens = 200 }, cancel.Token);
        Assert.InRange(samples.Count, 0, 99_999);
        Assert.All(samples, s => Assert.True(s.Complete || s.Tokens.Count == 200));
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
