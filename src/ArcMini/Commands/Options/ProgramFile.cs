using ArcMini.Dsl.Compilation;
using ArcMini.Dsl.Syntax;
using ArcMini.Tasks;

namespace ArcMini.Commands.Options;

/// <summary>Reads program files, <c>*.arc</c>.</summary>
internal static class ProgramFile
{
    /// <summary>The checked program.</summary>
    /// <exception cref="DataException">The file cannot be read or does not hold a program.</exception>
    public static CheckedProgram Compile(string file) => Read(file, CheckedProgram.Compile);

    /// <summary>The result of <paramref name="parse"/> on the source.</summary>
    /// <exception cref="DataException">The file cannot be read, or <paramref name="parse"/> finds a fault.</exception>
    public static T Read<T>(string file, Func<string, T> parse)
    {
        var source = InputFile.ReadText(file);
        try
        {
            return parse(source);
        }
        catch (DslException fault)
        {
            throw new DataException(fault.Show(file, source));
        }
    }
}
