using System.Runtime.CompilerServices;

namespace ArcMini.Dsl.Tests;

/// <summary>The files of the repository.</summary>
internal static class Repository
{
    private static readonly string Root = Path.GetFullPath(Path.Combine(Path.GetDirectoryName(ThisFile())!, "..", ".."));

    /// <summary>The full path of a file or folder.</summary>
    /// <param name="path">The path from the root of the repository, such as <c>grammar/reference.md</c>.</param>
    public static string PathOf(string path) => Path.Combine(Root, path);

    private static string ThisFile([CallerFilePath] string file = "") => file;
}
