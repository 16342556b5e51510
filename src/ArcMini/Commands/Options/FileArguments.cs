
namespace ArcMini.Commands.Options;

/// <summary>The files of a command that takes any number of them.</summary>
internal static class FileArguments
{
    /// <summary>The files as given.</summary>
    /// <exception cref="UsageException">There are none.</exception>
    public static IReadOnlyList<string> Expect(string command, string kind, string[] files)
    {
        if (files.Length == 0)
            throw new UsageException($"{command}: expected at least one {kind}");
        return files;
    }
}
