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
    public void Info_says_what_the_file_says()
    {
        Assert.Equal(fixture.File, Model.Info.File);
        Assert.Equal(256, Model.Info.ContextLength);
        Assert.Equal(TinyModel.VocabularySize, Model.Info.VocabularySize);
        Assert.Equal("1", Model.Info.Metadata["arcmini.language"]);
        Assert.Equal(0, Model.Info.GpuLayers);
        Assert.StartsWith("CPU (", Model.Info.Backend);
        Assert.Equal(Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(File.ReadAllBytes(fixture.File))), Model.Info.Sha256);
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
    public void Every_sample_obeys_the_grammar()
    {
        var samples = Model.Generate(Prompt, piped, default);
        Assert.Equal(40, samples.Count);
        Assert.All(samples.Where(s => s.Complete), s => Assert.Matches(Pipeline(), s.Text));
        Assert.True(samples.Count(s => s.Complete) > 5);
        Assert.Equal(samples.Select(s => s.Tokens), Model.Generate(Prompt, piped, default).Select(s => s.Tokens));
    }
}
