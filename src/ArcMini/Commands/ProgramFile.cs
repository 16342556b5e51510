using ArcMini.Dsl.Compilation;
using ArcMini.Dsl.Syntax;
using ArcMini.Tasks;

namespace ArcMini.Commands;

/// <summary>Program files, <c>*.arc</c>.</summary>
internal static class ProgramFile
{
    /// <summary>The source.</summary>
    /// <exception cref="DataException">The file cannot be read.</exception>
    public static string Read(string file)
    {
        try
        {
            return File.ReadAllText(file);
        }
        catch (Exception error) when (error is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new DataException($"{file}: there is no such file");
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            throw new DataException($"{file}: cannot be read: {error.Message}");
        }
    }

    /// <summary>The checked program.</summary>
    /// <exception cref="DataException">The file cannot be read or is no program.</exception>
    public static CheckedProgram Compile(string file) => Reading(file, CheckedProgram.Compile);

    /// <summary>What <paramref name="read"/> makes of the source.</summary>
    /// <exception cref="DataException">The file cannot be read or is no program.</exception>
    public static T Reading<T>(string file, Func<string, T> read)
    {
        var source = Read(file);
        try
        {
            return read(source);
        }
        catch (DslException fault)
        {
            throw new DataException(fault.Show(file, source));
        }
    }
}
