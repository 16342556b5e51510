namespace ArcMini.Model;

/// <summary>What a model is and what runs it.</summary>
/// <param name="File">Path of the model file.</param>
/// <param name="Description">Architecture, size and type of the weights, in words.</param>
/// <param name="Parameters">Number of weights.</param>
/// <param name="ContextLength">Tokens that the model was trained to attend to.</param>
/// <param name="VocabularySize">Number of token ids.</param>
/// <param name="Metadata">The file's scalar metadata as text, <c>arcmini.*</c> among it.</param>
/// <param name="GpuLayers">Layers placed on a GPU, 0 for none.</param>
/// <param name="Backend">Backends and devices in use, in words.</param>
internal sealed record ModelInfo(
    string File, string Description, long Parameters, int ContextLength, int VocabularySize,
    IReadOnlyDictionary<string, string> Metadata, int GpuLayers, string Backend)
{
    private readonly Lazy<string> sha256 = new(() => Hash(File));

    /// <summary>SHA-256 of the file, as lower-case hexadecimal digits; computed when first asked for.</summary>
    public string Sha256 => sha256.Value;

    private static string Hash(string file)
    {
        using var stream = System.IO.File.OpenRead(file);
        return Tasks.Sha256.Of(stream);
    }
}
