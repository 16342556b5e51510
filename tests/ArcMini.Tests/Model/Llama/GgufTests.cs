using System.Collections.Concurrent;
using ArcMini.Model;
using ArcMini.Model.Llama;
using Xunit;

namespace ArcMini.Tests.Model.Llama;

public sealed class GgufTests : IDisposable
{
    private const uint UInt32Type = 4, StringType = 8, ArrayType = 9, UInt64Type = 10;

    private readonly string file = Path.Combine(Path.GetTempPath(), $"arcmini-test-{Guid.NewGuid():N}.gguf");

    public void Dispose() => File.Delete(file);

    private static GgufWriter Small() => new GgufWriter()
        .Add("general.architecture", "llama")
        .Add("some.number", 7u)
        .Add("some.fraction", 0.5f)
        .Add("some.flag", true)
        .Add("some.words", ["a", "", "ä"])
        .Add("some.integers", [1, -2])
        .Add("no.words", (string[])[])
        .Add("t", [4, 2], Enumerable.Repeat(1f, 8))
        .Add("u", [3], [1, 2, 3]);

    private Gguf Read(GgufWriter writer) => Read(writer.ToBytes());

    private Gguf Read(byte[] bytes)
    {
        File.WriteAllBytes(file, bytes);
        return Gguf.Read(file);
    }

    private void Fails(string message, GgufWriter writer) =>
        Assert.Equal($"{file}: {message}", Assert.Throws<ModelException>(() => Read(writer)).Message);

    private void FailsAsModel(string message, GgufWriter writer)
    {
        File.WriteAllBytes(file, writer.ToBytes());
        var e = Assert.Throws<ModelException>(() => LlamaModel.Load(file, gpuLayers: 0));
        Assert.Equal($"{file}: not a sound language model: {message}", e.Message);
    }

    [Fact]
    public void Values_are_read_by_type()
    {
        var gguf = Read(Small());
        Assert.Equal("llama", gguf.Text("general.architecture"));
        Assert.Equal(7, gguf.Integer("some.number"));
        Assert.Equal(7, gguf.Number("some.number"));
        Assert.Equal(0.5, gguf.Number("some.fraction"));
        Assert.True(gguf.Flag("some.flag"));
        Assert.Equal(["a", "", "ä"], gguf.Texts("some.words"));
        Assert.Equal([1, -2], gguf.Integers("some.integers"));
        Assert.Empty(gguf.Texts("no.words")!);
        Assert.Null(gguf.Text("absent"));
        Assert.Null(gguf.Integer("absent"));
        Assert.Null(gguf.Texts("absent"));
        Assert.Equal("True", gguf.Scalars["some.flag"]);
        Assert.DoesNotContain("some.words", gguf.Scalars.Keys);
        Assert.Equal([("t", 32L, 0L), ("u", 12L, 32L)], gguf.Tensors.Select(t => (t.Name, t.Bytes, t.Offset)));
        var e = Assert.Throws<ModelException>(() => gguf.Text("some.number"));
        Assert.Equal($"{file}: metadata some.number is not a string", e.Message);
    }

    [Fact]
    public void A_file_that_ends_too_early_is_refused_at_every_byte()
    {
        var bytes = Small().ToBytes();
        Read(bytes);
        for (var length = 0; length < bytes.Length; length++)
        {
            var e = Assert.Throws<ModelException>(() => Read(bytes[..length]));
            Assert.StartsWith($"{file}: not a sound GGUF file: ", e.Message);
        }
    }

    /// <summary>A wrong length or count must not make the reader take the bytes of one value for another's.</summary>
    [Fact]
    public void A_byte_that_is_changed_is_refused_or_changes_one_value()
    {
        var bytes = Small().ToBytes();
        var sound = Read(bytes);
        var (refused, accepted) = (0, 0);
        for (var at = 0; at < bytes.Length; at++)
        {
            foreach (var value in (byte[])[0, 255, (byte)(bytes[at] ^ 1), (byte)(bytes[at] ^ 128), (byte)(bytes[at] + 1)])
            {
                var changed = bytes.ToArray();
                changed[at] = value;
                if (Record.Exception(() => Read(changed)) is { } fault)
                {
                    Assert.IsType<ModelException>(fault);
                    refused++;
                    continue;
                }
                AssertDiffersInOneValue(sound, Read(changed), $"byte {at} is {value}, not {bytes[at]}");
                accepted++;
            }
        }
        Assert.InRange(refused, 100, int.MaxValue);
        Assert.InRange(accepted, 100, int.MaxValue);
    }

    /// <summary>Of the tensors some of the last may be missing: the file says how many there are.</summary>
    private static void AssertDiffersInOneValue(Gguf sound, Gguf changed, string what)
    {
        var (expected, found) = (Lines(sound, changed.Tensors.Count), Lines(changed, changed.Tensors.Count));
        var different = found.Except(expected).ToList();
        Assert.True(found.Length == expected.Length && different.Count <= 1, $"{what}: {string.Join("; ", different)}");
    }

    private static string[] Lines(Gguf gguf, int tensors) =>
    [
        $"version {gguf.Version}",
        .. gguf.Keys.Select(key => $"{key} = {Shown(gguf, key)}"),
        .. gguf.Tensors.Take(tensors).Select(tensor => $"{tensor.Name} {string.Join(" x ", tensor.Shape)} {tensor.Type} {tensor.Offset}"),
    ];

    private static string Shown(Gguf gguf, string key) =>
        gguf.Scalars.GetValueOrDefault(key)
        ?? Array(() => gguf.Texts(key)) ?? Array(() => gguf.Integers(key)?.Select(number => $"{number}")) ?? "of another type";

    /// <summary>An array as text; null if it is of another type.</summary>
    private static string? Array(Func<IEnumerable<string>?> read)
    {
        try
        {
            return string.Join('|', read()!);
        }
        catch (ModelException)
        {
            return null;
        }
    }

    [Fact]
    public void Faults_name_their_place()
    {
        Fails("not a sound GGUF file: the header (byte 4): it does not begin with the letters GGUF", new() { Magic = "GGML" });
        Fails("not a sound GGUF file: the header (byte 8): version 1 is not supported, only 2 and 3 are", new() { Version = 1 });
        Fails("not a sound GGUF file: the header (byte 8): version 50331648 is not supported, only 2 and 3 are",
            new() { Version = 3 << 24 });
        Fails("not a sound GGUF file: metadata k (byte 45): a string claims 18446744073709551615 bytes, but 67108864 are possible",
            new GgufWriter().Add("k", StringType, w => w.Write(ulong.MaxValue)));
        Fails("not a sound GGUF file: metadata k (byte 45): a string claims 1000 bytes, but the file has 0 more",
            new GgufWriter().Add("k", StringType, w => w.Write(1000ul)));
        Fails("not a sound GGUF file: metadata k (byte 49): it claims 1000000 elements, which the file's 57 bytes cannot hold",
            new GgufWriter().Add("k", ArrayType, w => { w.Write(UInt32Type); w.Write(1_000_000ul); w.Write(0L); }));
        Fails("not a sound GGUF file: metadata k (byte 49): it claims 4611686018427387905 elements, but 16777216 are possible",
            new GgufWriter().Add("k", ArrayType, w => { w.Write(UInt32Type); w.Write((1ul << 62) + 1); }));
        Fails("not a sound GGUF file: metadata k (byte 41): arrays within arrays are not possible",
            new GgufWriter().Add("k", ArrayType, w => { w.Write(ArrayType); w.Write(1ul); }));
        Fails("not a sound GGUF file: metadata k (byte 45): the number 18446744073709551615 is out of range",
            new GgufWriter().Add("k", UInt64Type, w => w.Write(ulong.MaxValue)));
        Fails("not a sound GGUF file: metadata k (byte 37): its type 13 is not known",
            new GgufWriter().Add("k", 13, _ => { }).Add("k2", 0u));
        Fails("not a sound GGUF file: metadata general.alignment (byte 57): it is not a power of two from 32 to 1048576",
            new GgufWriter().Add("general.alignment", 48u));
        Fails("not a sound GGUF file: tensor t (byte 66): the name is there twice", new GgufWriter().Add("t", [1], [1]).Add("t", [1], [1]));
        Fails("not a sound GGUF file: tensor t (byte 57): it claims more bytes than the file's 128",
            new GgufWriter().Add("t", [1L << 40, 1L << 40], Enumerable.Repeat(1f, 8)));
    }

    [Fact]
    public void A_file_that_is_not_there_is_an_error()
    {
        Assert.Equal($"cannot read the model {file}: there is no such file", Assert.Throws<ModelException>(() => Gguf.Read(file)).Message);
        Assert.StartsWith("cannot read the model /: ", Assert.Throws<ModelException>(() => Gguf.Read("/")).Message);
    }

    // Each of these ended the process when llama.cpp was given the file.
    [Fact]
    public void Claims_that_would_end_the_process_are_refused()
    {
        static GgufWriter Tiny() => new TinyModel().Build();
        string[] tokens = ["a", "b", "a"];

        FailsAsModel("metadata general.architecture is missing", new GgufWriter().Add("k", 1u));
        FailsAsModel("metadata llama.block_count is 0, not from 1 to 512", Tiny().Add("llama.block_count", 0u));
        FailsAsModel("metadata llama.block_count is 513, not from 1 to 512", Tiny().Add("llama.block_count", 513u));
        FailsAsModel("metadata llama.nextn_predict_layers is 9, not from 0 to 2", Tiny().Add("llama.nextn_predict_layers", 9u));
        FailsAsModel("metadata llama.expert_used_count is missing", Tiny().Add("llama.expert_count", 2u));
        FailsAsModel("metadata llama.expert_count is 2000, not from 0 to 1024", Tiny().Add("llama.expert_count", 2000u));
        FailsAsModel("metadata llama.expert_used_count is 3, not from 0 to 0", Tiny().Add("llama.expert_used_count", 3u));
        FailsAsModel("metadata llama.expert_group_count is 5, not from 0 to 0", Tiny().Add("llama.expert_group_count", 5u));
        FailsAsModel("metadata llama.rope.scaling.type is xx, which is not known", Tiny().Add("llama.rope.scaling.type", "xx"));
        FailsAsModel("metadata llama.attention.layer_norm_rms_epsilon is NaN, not a positive number",
            Tiny().Add("llama.attention.layer_norm_rms_epsilon", float.NaN));
        FailsAsModel("it has no tokenizer (metadata tokenizer.ggml.model)", Tiny().Add("tokenizer.ggml.model", "none"));
        FailsAsModel("metadata tokenizer.ggml.tokens has the token 'a' twice", Tiny().Add("tokenizer.ggml.tokens", tokens));
        FailsAsModel("metadata tokenizer.ggml.tokens lacks the byte token <0x00>", Tiny().Add("tokenizer.ggml.model", "llama"));
        FailsAsModel("metadata tokenizer.ggml.eos_token_id is 99999, not from 0 to 271", Tiny().Add("tokenizer.ggml.eos_token_id", 99999u));
    }

    [Fact]
    public void What_llama_cpp_refuses_is_one_sentence()
    {
        WriteRefused();
        Assert.Equal(Refusal, Assert.Throws<ModelException>(() => LlamaModel.Load(file, gpuLayers: 0)).Message);
    }

    [Fact]
    public void What_other_threads_load_meanwhile_does_not_change_the_sentence()
    {
        WriteRefused();
        var sentences = new ConcurrentBag<string>();
        var threads = Enumerable.Range(0, 4).Select(_ => new Thread(() =>
        {
            for (var i = 0; i < 200; i++) sentences.Add(Record.Exception(() => LlamaModel.Load(file, gpuLayers: 0))?.Message ?? "loaded");
        })).ToArray();
        foreach (var thread in threads) thread.Start();
        foreach (var thread in threads) thread.Join();
        Assert.Equal([Refusal], sentences.Distinct());
        Assert.Equal(800, sentences.Count);
    }

    private string Refusal => $"{file}: llama.cpp cannot load the model: error loading model: unknown model architecture: 'unheard-of'";

    private void WriteRefused() =>
        File.WriteAllBytes(file, new TinyModel().Build().Add("general.architecture", "unheard-of").Add("unheard-of.context_length", 1u)
            .Add("unheard-of.embedding_length", 1u).Add("unheard-of.block_count", 1u).ToBytes());
}
