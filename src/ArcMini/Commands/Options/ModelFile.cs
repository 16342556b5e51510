using ArcMini.Model;

namespace ArcMini.Commands.Options;

/// <summary>
/// Finds the model: the given file, else <c>$ARCMINI_MODEL</c>, else a file beside the binary, else a file in a folder <c>models</c> of the
/// binary's folder, the current folder, or a folder above one of them.
/// </summary>
internal static class ModelFile
{
    private const string Name = "arcmini.gguf";

    /// <summary>The error where no model is found.</summary>
    public const string Missing =
        $"there is no {Name} beside the binary and no models/{Name} in a folder above; name a model by --model or ARCMINI_MODEL";

    /// <summary>The path of the model.</summary>
    /// <exception cref="ModelException">There is none.</exception>
    public static string Find(string? given) => TryFind(given) ?? throw new ModelException($"no model: {Missing}");

    /// <summary>The path of the model, null where none is given and there is no default one.</summary>
    public static string? TryFind(string? given) =>
        given is not null ? given
        : Environment.GetEnvironmentVariable("ARCMINI_MODEL") is { Length: > 0 } variable ? variable
        : Defaults().FirstOrDefault(File.Exists);

    private static IEnumerable<string> Defaults()
    {
        yield return Path.Combine(AppContext.BaseDirectory, Name);
        foreach (var start in new[] { AppContext.BaseDirectory, Directory.GetCurrentDirectory() })
            for (var folder = new DirectoryInfo(start); folder is not null; folder = folder.Parent)
                yield return Path.Combine(folder.FullName, "models", Name);
    }
}
