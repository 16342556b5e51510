using ArcMini.Model;
using ArcMini.Model.Llama;

namespace ArcMini.Tests.Model.Llama;

/// <summary>A language model of random weights whose vocabulary is like the real one's.</summary>
internal sealed record TinyModel(
    int Dimensions = 32, int HeadDimensions = 16, int Layers = 2, int FeedForward = 64, int Context = 256, int Seed = 1, float Scale = 0.5f)
{
    private const int Normal = 1, Control = 3, UserDefined = 4;

    public static readonly string[] ControlTokens = ["<bos>", "<eos>", "<pad>", "<input>", "<output>", "<program>"];
    public static readonly string[] Words = ["input", " |> ", "flip_x()", "flip_y()", "recolor(", "red", "blue", ", ", "let ", " = "];

    private static IEnumerable<byte> Bytes => Enumerable.Range(0, 256).Select(b => (byte)b);

    public static int Bos => 0;
    public static int Eos => 1;
    public static int Byte(byte value) => ControlTokens.Length + value;
    public static int Word(string word) => ControlTokens.Length + 256 + Array.IndexOf(Words, word);
    public static int VocabularySize => ControlTokens.Length + 256 + Words.Length;

    /// <summary>The file's content, before anything is made unsound.</summary>
    public GgufWriter Build()
    {
        var random = new Random(Seed);
        IEnumerable<float> Weights(long count) => Enumerable.Range(0, (int)count).Select(_ => (float)(random.NextDouble() * 2 - 1) * Scale);
        IEnumerable<float> Ones(long count) => Enumerable.Repeat(1f, (int)count);

        var heads = Dimensions / HeadDimensions;
        var writer = new GgufWriter()
            .Add("general.architecture", "llama")
            .Add("general.name", "tiny")
            .Add("general.file_type", 0u)
            .Add("llama.context_length", (uint)Context)
            .Add("llama.embedding_length", (uint)Dimensions)
            .Add("llama.block_count", (uint)Layers)
            .Add("llama.feed_forward_length", (uint)FeedForward)
            .Add("llama.attention.head_count", (uint)heads)
            .Add("llama.attention.head_count_kv", (uint)heads)
            .Add("llama.rope.dimension_count", (uint)HeadDimensions)
            .Add("llama.rope.freq_base", 10000f)
            .Add("llama.attention.layer_norm_rms_epsilon", 1e-5f)
            .Add("llama.vocab_size", (uint)VocabularySize)
            .Add("tokenizer.ggml.model", "gpt2")
            .Add("tokenizer.ggml.pre", "gpt-2")
            .Add("tokenizer.ggml.tokens", [.. ControlTokens, .. Bytes.Select(b => $"{GgufVocabulary.Letter(b)}"), .. Words])
            .Add("tokenizer.ggml.token_type",
                [.. ControlTokens.Select(_ => Control), .. Bytes.Select(_ => Normal), .. Words.Select(_ => UserDefined)])
            .Add("tokenizer.ggml.merges", (string[])[])
            .Add("tokenizer.ggml.bos_token_id", (uint)Bos)
            .Add("tokenizer.ggml.eos_token_id", (uint)Eos)
            .Add("tokenizer.ggml.padding_token_id", 2u)
            .Add("tokenizer.ggml.add_bos_token", false)
            .Add("arcmini.language", Vocabulary.Language)
            .Add("arcmini.prompt", "1");

        void Matrix(string name, long inputs, long outputs) => writer.Add(name, [inputs, outputs], Weights(inputs * outputs));
        void Norm(string name) => writer.Add(name, [Dimensions], Ones(Dimensions));

        Matrix("token_embd.weight", Dimensions, VocabularySize);
        Norm("output_norm.weight");
        Matrix("output.weight", Dimensions, VocabularySize);
        for (var layer = 0; layer < Layers; layer++)
        {
            Norm($"blk.{layer}.attn_norm.weight");
            foreach (var part in (string[])["q", "k", "v", "output"]) Matrix($"blk.{layer}.attn_{part}.weight", Dimensions, Dimensions);
            Norm($"blk.{layer}.ffn_norm.weight");
            Matrix($"blk.{layer}.ffn_gate.weight", Dimensions, FeedForward);
            Matrix($"blk.{layer}.ffn_up.weight", Dimensions, FeedForward);
            Matrix($"blk.{layer}.ffn_down.weight", FeedForward, Dimensions);
        }
        return writer;
    }
}
