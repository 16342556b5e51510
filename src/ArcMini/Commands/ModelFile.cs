using ArcMini.Model;

namespace ArcMini.Commands;

/// <summary>Where the model is: as told, else <c>$ARCMINI_MODEL</c>, else beside the binary, else in a folder <c>models</c> up the tree.</summary>
internal static class ModelFile
{
    /// <summary>The name of the default model.</summary>
    public const string Name = "arcmini.gguf";

    /// <summary>The file.</summary>
    /// <exception cref="ModelException">There is none.</exception>
    public static string Find(string? told) => TryFind(told)
        ?? throw new ModelException($"no model: there is no {Name} beside the binary and no models/{Name} up the tree; name one with --model or ARCMINI_MODEL");

    /// <summary>The file, null where none is told and there is no default one.</summary>
    public static string? TryFind(string? told) =>
        told ?? (Environment.GetEnvironmentVariable("ARCMINI_MODEL") is { Length: > 0 } set ? set : Defaults().FirstOrDefault(File.Exists));

    private static IEnumerable<string> Defaults()
    {
        yield return Path.Combine(AppContext.BaseDirectory, Name);
        foreach (var start in new[] { AppContext.BaseDirectory, Directory.GetCurrentDirectory() })
            for (var folder = new DirectoryInfo(start); folder is not null; folder = folder.Parent)
                yield return Path.Combine(folder.FullName, "models", Name);
    }
}
