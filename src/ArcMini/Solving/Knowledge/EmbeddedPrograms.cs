using System.Reflection;
using ArcMini.Dsl.Syntax;

namespace ArcMini.Solving.Knowledge;

/// <summary>The programs (<c>.arc</c> files) that the binary carries as resources.</summary>
internal static class EmbeddedPrograms
{
    private static readonly Assembly Assembly = typeof(EmbeddedPrograms).Assembly;

    /// <summary>The programs of a folder with their file names without <c>.arc</c>, in the order of these names.</summary>
    /// <param name="folder">The first part of the resources' names, without the slash.</param>
    public static IEnumerable<(string Name, ArcProgram Program)> Read(string folder)
    {
        var prefix = $"{folder}/";
        return Assembly.GetManifestResourceNames().Where(resource => resource.StartsWith(prefix, StringComparison.Ordinal))
            .Order(StringComparer.Ordinal).Select(resource => (resource[prefix.Length..], Parser.Parse(ReadText(resource))));
    }

    /// <summary>The text of a resource.</summary>
    public static string ReadText(string resource)
    {
        using var reader = new StreamReader(Assembly.GetManifestResourceStream(resource)!);
        return reader.ReadToEnd();
    }
}
