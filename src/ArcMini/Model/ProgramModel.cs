using ArcMini.Dsl.Values;
using ArcMini.Tasks;

namespace ArcMini.Model;

/// <summary>A program as a model wrote it.</summary>
/// <param name="Text">Its text.</param>
/// <param name="LogProbability">Natural log of its probability under the model.</param>
internal readonly record struct ProgramSample(string Text, double LogProbability);

/// <summary>How a model is asked for programs.</summary>
/// <param name="Views">Most views of a task over which the samples are divided.</param>
/// <param name="Temperature">Divides the logits.</param>
/// <param name="MaxTokens">Most tokens of a program.</param>
/// <param name="Constrained">Whether the grammar constrains what is drawn.</param>
internal sealed record ModelOptions(int Views = 2, double Temperature = 0.8, int MaxTokens = 120, bool Constrained = true);

/// <summary>
/// A language model that writes programs for tasks. A model that has ArcMini's marks among its tokens reads grids as tokens of the
/// vocabulary that it was trained with. Any other model reads the prompt as text.
/// </summary>
internal sealed class ProgramModel
{
    private static readonly Lazy<string> Grammar = new(ReadGrammar);
    private readonly ILanguageModel model;
    private readonly Vocabulary? own;

    /// <summary>Takes a model that was made for this version of the prompt and a readable version of the language.</summary>
    /// <exception cref="ModelException">It was made for another version, or it has some of ArcMini's tokens but not all.</exception>
    public ProgramModel(ILanguageModel model)
    {
        this.model = model;
        Expect("arcmini.language", "language", Vocabulary.Language, Vocabulary.ReadableLanguages);
        Expect("arcmini.prompt", "prompt", Prompt.Version, [Prompt.Version]);
        if (!model.Vocabulary.Contains(new("<program>", ModelTokenKind.Control)))
            return;
        try
        {
            own = new([.. model.Vocabulary.Select(token => new Token(token.Text, KindOf(token.Kind)))]);
        }
        catch (FormatException fault)
        {
            throw new ModelException($"{model.Info.File}: {fault.Message}; export the model again", fault);
        }
    }

    /// <summary>What the model is and what runs it.</summary>
    public ModelInfo Info => model.Info;

    /// <summary>
    /// Different programs for a task, the likeliest first. Pairs that the model's context has no room for are left out of the prompt.
    /// Where not even one pair fits, the result is empty.
    /// </summary>
    /// <param name="pairs">The demonstration pairs.</param>
    /// <param name="test">The input of a test.</param>
    /// <param name="samples">How many to draw; fewer programs are different.</param>
    /// <param name="options">How to draw.</param>
    /// <param name="seed">Seed of the random numbers.</param>
    /// <param name="cancel">Ends the drawing; what is complete by then is returned.</param>
    public IReadOnlyList<ProgramSample> Write(
        IReadOnlyList<Pair> pairs, Grid test, int samples, ModelOptions options, ulong seed, CancellationToken cancel)
    {
        if (Request(pairs, test, samples, options, seed) is not var (prompt, sampling))
            return [];
        return
        [
            .. model.Generate(prompt, sampling, cancel)
                .Select(sample => new ProgramSample(own?.Decode(sample.Tokens) ?? sample.Text.Trim(), sample.LogProbability))
                .GroupBy(program => program.Text).Select(same => same.MaxBy(program => program.LogProbability))
                .OrderByDescending(program => program.LogProbability),
        ];
    }

    /// <summary>What the model is asked, and how; null where not even one pair fits.</summary>
    public (int[] Prompt, SamplingOptions Sampling)? Request(
        IReadOnlyList<Pair> pairs, Grid test, int samples, ModelOptions options, ulong seed)
    {
        var room = model.Info.ContextLength - options.MaxTokens;
        var prompt = own is null ? TextPrompt(pairs, test, room) : [.. Prompt.Tokens(own, pairs, test, room)];
        var sampling = new SamplingOptions(
            samples, options.Temperature, seed, options.MaxTokens, options.Constrained ? Grammar.Value : null,
            own is null ? null : [own.Eos], own?.Literals);
        return prompt.Length <= room ? (prompt, sampling) : null;
    }

    /// <summary>The grammar, as it was written when the binary was built: to write it takes longer than to draw a sample.</summary>
    private static string ReadGrammar()
    {
        using var reader = new StreamReader(typeof(ProgramModel).Assembly.GetManifestResourceStream("grammar")!);
        return reader.ReadToEnd();
    }

    private int[] TextPrompt(IReadOnlyList<Pair> pairs, Grid test, int room)
    {
        var addsStart = Metadata("tokenizer.ggml.add_bos_token") == "True";
        int[] start = addsStart && int.TryParse(Metadata("tokenizer.ggml.bos_token_id"), out var bos) ? [bos] : [];
        return [.. start, .. model.Tokenize(Prompt.Text(pairs, test, room - start.Length))];
    }

    private string? Metadata(string key) => model.Info.Metadata.GetValueOrDefault(key);

    private void Expect(string key, string noun, string version, IReadOnlyList<string> readable)
    {
        if (Metadata(key) is { } other && !readable.Contains(other))
            throw new ModelException(
                $"{model.Info.File}: the model was made for version {other} of the {noun}, and this is version {version}: "
                + "choose another model with --model");
    }

    private static TokenKind KindOf(ModelTokenKind kind) => kind switch
    {
        ModelTokenKind.Byte => TokenKind.Byte,
        ModelTokenKind.Control => TokenKind.Control,
        _ => TokenKind.Word,
    };
}
